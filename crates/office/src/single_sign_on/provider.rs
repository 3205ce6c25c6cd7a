//! The provider: where it is, and what it says of somebody who comes from it.

use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreProviderMetadata};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::Duration;
use words::Time;

/// How long the provider may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Which of the things a provider hands on is the name people sign in by here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// `preferred_username`.
    #[default]
    PreferredUsername,
    /// `email`, when the provider has verified it.
    Email,
    /// `sub`, the provider's own name.
    Subject,
}

/// What an administrator says of a provider, in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What people call it: “Sign in with …”.
    pub title: String,
    /// Its address, as it calls itself.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// The file with the secret we share, if there is one.
    pub secret_file: Option<PathBuf>,
    /// What it hands on that is the name people sign in by here.
    #[serde(default)]
    pub known_by: Known,
    /// Which of its ways of signing in (`amr`, RFC 8176) count as a second factor. None of them: one is asked for here.
    #[serde(default)]
    pub second_factor: Vec<String>,
}

/// Why a provider cannot be used as it is written down.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unread(PathBuf, std::io::Error),
    /// It says something else than it should; with the line.
    #[error("{0}: {1}")]
    Wrong(PathBuf, String),
}

/// Why somebody does not come in by a provider. What it answered is for those who look after the installation.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    /// It cannot be reached, or answers what it should not.
    #[error("the provider cannot be reached: {0}")]
    Away(String),
    /// What it says of somebody does not hold: not signed by it, not for us, not for this browser, too old.
    #[error("what the provider says does not hold: {0}")]
    Untrue(String),
    /// It remembers somebody who was to show anew who they are.
    #[error("the provider did not ask anew who it is")]
    Remembered,
}

/// What a provider says of somebody who signed in to it.
pub(super) struct Told {
    /// Its own name for them.
    pub subject: String,
    /// The name they sign in by here, if it handed one on.
    pub sign_in: Option<String>,
    /// Whether they showed a second factor there.
    pub second_factor: bool,
    /// When they showed there who they are, if it says so.
    pub shown_at: Option<Time>,
}

/// A provider of single sign-on.
#[derive(Debug)]
pub struct Provider {
    config: Config,
    secret: Option<String>,
    http: reqwest::Client,
}

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

impl Provider {
    /// Reads what stands in a file. The provider itself is asked when the first person comes: it may be away when we start.
    ///
    /// # Errors
    /// [`ConfigError`] with the line, or what cannot be read.
    pub fn read(file: &Path) -> Result<Provider, ConfigError> {
        let text = std::fs::read_to_string(file).map_err(|error| ConfigError::Unread(file.to_owned(), error))?;
        let wrong = |what: String| ConfigError::Wrong(file.to_owned(), what);
        let config: Config = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        let issuer = IssuerUrl::new(config.issuer.clone()).map_err(|_| wrong(format!("issuer = “{}” is no address", config.issuer)))?;
        let here = issuer.url().host_str().is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host));
        if issuer.url().scheme() != "https" && !here {
            return Err(wrong(format!("issuer = “{}”: write an address that begins with https", config.issuer)));
        }
        let secret = match &config.secret_file {
            Some(path) => Some(std::fs::read_to_string(path).map_err(|error| ConfigError::Unread(path.clone(), error))?.trim().to_owned()),
            None => None,
        };
        // A second call changes nothing: the certificates of the server use the same.
        drop(rustls::crypto::ring::default_provider().install_default());
        // Where it sends us else is nobody we know.
        let http = reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build();
        let http = http.map_err(|error| wrong(error.to_string()))?;
        Ok(Provider { config, secret, http })
    }

    /// What people call it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.config.title
    }

    /// Its address.
    pub(super) fn issuer(&self) -> &str {
        &self.config.issuer
    }

    /// The provider's page to sign in on, from where it sends the browser back to `back` with `state`; `again` when they are to show anew who
    /// they are, whatever the provider remembers.
    pub(super) async fn page(&self, back: &str, (state, nonce, verifier): (&str, &str, &str), again: bool) -> Result<String, Failed> {
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.to_owned()));
        let client = self.client(back).await?;
        let (state, nonce) = (state.to_owned(), nonce.to_owned());
        let asks = client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || CsrfToken::new(state), || Nonce::new(nonce));
        let scopes: &[&str] = if self.config.known_by == Known::Email { &["email"] } else { &["profile"] };
        let asks = scopes.iter().fold(asks, |asks, scope| asks.add_scope(Scope::new((*scope).to_owned())));
        let asks = if again { asks.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO) } else { asks };
        let (address, _, _) = asks.set_pkce_challenge(challenge).url();
        Ok(address.into())
    }

    /// What the provider says of whoever comes back from it with `code`.
    pub(super) async fn told(&self, back: &str, code: String, nonce: &str, verifier: String) -> Result<Told, Failed> {
        let untrue = |what: &dyn std::error::Error| Failed::Untrue(chain(what));
        let client = self.client(back).await?;
        let asks = client.exchange_code(AuthorizationCode::new(code)).map_err(|error| untrue(&error))?;
        let answer = asks.set_pkce_verifier(PkceCodeVerifier::new(verifier)).request_async(&self.caller()).await.map_err(|error| untrue(&error))?;
        let token = answer.id_token().ok_or_else(|| Failed::Untrue("it hands on no id token".to_owned()))?;
        let claims = token.claims(&client.id_token_verifier(), &Nonce::new(nonce.to_owned())).map_err(|error| untrue(&error))?;
        Ok(self.read_claims(claims))
    }

    fn read_claims(&self, claims: &CoreIdTokenClaims) -> Told {
        let subject = claims.subject().as_str().to_owned();
        let sign_in = match self.config.known_by {
            Known::PreferredUsername => claims.preferred_username().map(|name| name.as_str().to_owned()),
            Known::Email => claims.email().filter(|_| claims.email_verified() == Some(true)).map(|email| email.as_str().to_owned()),
            Known::Subject => Some(subject.clone()),
        };
        let ways = claims.auth_method_refs().map(Vec::as_slice).unwrap_or_default();
        let second_factor = ways.iter().any(|way| self.config.second_factor.iter().any(|counts| counts == way.as_str()));
        let shown_at = claims.auth_time().map(|at| Time::from_micros(at.timestamp_micros()));
        Told { subject, sign_in, second_factor, shown_at }
    }

    /// Us, as the provider knows us. It is asked anew each time: its keys change, and people sign in a few times a day.
    async fn client(&self, back: &str) -> Result<Client, Failed> {
        let away = |what: &dyn std::error::Error| Failed::Away(chain(what));
        let issuer = IssuerUrl::new(self.config.issuer.clone()).map_err(|error| away(&error))?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &self.caller()).await.map_err(|error| away(&error))?;
        let back = RedirectUrl::new(back.to_owned()).map_err(|error| away(&error))?;
        let secret = self.secret.clone().map(ClientSecret::new);
        Ok(CoreClient::from_provider_metadata(metadata, ClientId::new(self.config.client_id.clone()), secret).set_redirect_uri(back))
    }

    /// How the library asks the provider.
    fn caller(&self) -> impl Fn(HttpRequest) -> std::pin::Pin<Box<dyn Future<Output = Result<HttpResponse, Failed>> + Send>> + use<> {
        let http = self.http.clone();
        move |request| {
            let http = http.clone();
            Box::pin(async move {
                let away = |error: reqwest::Error| Failed::Away(chain(&error));
                let answer = http.execute(request.try_into().map_err(away)?).await.map_err(away)?;
                let (status, headers) = (answer.status(), answer.headers().clone());
                let mut response = HttpResponse::new(answer.bytes().await.map_err(away)?.to_vec());
                *response.status_mut() = status;
                *response.headers_mut() = headers;
                Ok(response)
            })
        }
    }
}

/// What went wrong, and why that did.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
