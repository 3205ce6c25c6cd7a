#!/usr/bin/env python3
"""Throughline and Splink beside each other on one CSV file: CPU seconds, memory, and how many times fewer Throughline needs.

usage: beside_splink.py THROUGHLINE RECORDS.csv [TRUTH.csv SCORE.py]
needs: python3 -m venv V; V/bin/pip install splink==5.0.0 pyarrow pandas; then run it with V/bin/python

RECORDS.csv has the columns record_id, agency, first_name, middle_name, last_name, birth_date, sex, national_id, phone, email, street, house_no,
flat, postcode, city. Each program runs in a process of its own, from reading the file to having written record_id,cluster_id; the time is the
user and system time of the process and all its children. With the truth and a scorer both are scored, Splink at its threshold of 0.95."""
import os, subprocess, sys, tempfile


def splink(records, out):
    import duckdb
    import splink.comparison_level_library as cll
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink.comparison_library import CustomComparison

    con = duckdb.connect()
    con.execute("SET threads=2")
    fold = lambda c: f"nullif(replace(replace(strip_accents(lower(trim({c}))), 'ß', 'ss'), 'ł', 'l'), '')"
    kinds = r"\b(gatve|g|str|street|st|prospektas|pr|aleja|aleya|al|alley|takas|tak|plentas|pl|ulica|ul|rue|avenue|ave|av|calle|via|strasse|platz|weg|allee)\b\.?"
    con.execute(f"""create table t as select record_id as unique_id, {fold('first_name')} first_name, {fold('middle_name')} middle_name,
        {fold('last_name')} last_name, try_cast(birth_date as date)::varchar birth_date, sex, nullif(national_id, '') national_id,
        nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 8), '') phone, nullif(lower(email), '') email,
        nullif(trim(regexp_replace({fold('street')}, '{kinds}', '', 'g')), '') street, nullif(house_no, '') house_no, nullif(flat, '') flat,
        nullif(postcode, '') postcode, {fold('city')} city from read_csv('{records}', all_varchar=true)""")

    def level(sql, label, tf=None):
        said = {"sql_condition": sql, "label_for_charts": label}
        return cll.CustomLevel(**said).configure(tf_adjustment_column=tf) if tf else cll.CustomLevel(**said)

    def comparison(name, *levels):
        return CustomComparison(output_column_name=name, comparison_levels=[*levels, cll.ElseLevel()])

    null = lambda c: cll.NullLevel(c)
    l, r = lambda c: f'"{c}_l"', lambda c: f'"{c}_r"'
    same = lambda c: f"{l(c)} = {r(c)}"
    jw = lambda c, cut: f"jaro_winkler_similarity({l(c)}, {r(c)}) >= {cut}"
    dl = lambda c, n: f"damerau_levenshtein({l(c)}, {r(c)}) <= {n}"
    swapped = f"{l('first_name')} = {r('last_name')} and {l('last_name')} = {r('first_name')}"
    initial = "starts_with(first_name_l, first_name_r) or starts_with(first_name_r, first_name_l)"
    parts = lambda *ps: " + ".join(f"(substr(birth_date_l, {a}, {n}) = substr(birth_date_r, {a}, {n}))::int" for a, n in ps)
    home = " and ".join(same(c) for c in ("street", "house_no"))
    comparisons = [
        comparison("first_name", null("first_name"), level(same("first_name"), "same", "first_name"), level(swapped, "swapped"),
            level("first_name_l = middle_name_r or middle_name_l = first_name_r", "other's middle"), level(jw("first_name", .92), "near", "first_name"),
            level(jw("first_name", .85), "alike"), level(initial, "initial"), level(jw("first_name", .7), "loose")),
        comparison("last_name", null("last_name"), level(same("last_name"), "same", "last_name"), level(swapped, "swapped"),
            level(jw("last_name", .92), "near", "last_name"), level("left(last_name_l, 5) = left(last_name_r, 5)", "ending"),
            level("contains(last_name_l, last_name_r) or contains(last_name_r, last_name_l)", "contained"), level(jw("last_name", .85), "alike")),
        comparison("middle_name", null("middle_name"), level(same("middle_name"), "same"), level(jw("middle_name", .88), "near"),
            level("left(middle_name_l, 1) = left(middle_name_r, 1)", "initial")),
        comparison("birth_date", null("birth_date"), level(same("birth_date"), "same", "birth_date"),
            level("substr(birth_date_l, 1, 4) = substr(birth_date_r, 1, 4) and substr(birth_date_l, 6, 2) = substr(birth_date_r, 9, 2) and "
                  "substr(birth_date_l, 9, 2) = substr(birth_date_r, 6, 2)", "day and month"),
            level(dl("birth_date", 1), "slip"), level(f"{parts((1, 4), (6, 2), (9, 2))} >= 2", "two parts"),
            level("substr(birth_date_l, 1, 4) = substr(birth_date_r, 1, 4)", "year")),
        comparison("sex", null("sex"), level(same("sex"), "same")),
        comparison("phone", null("phone"), level(same("phone"), "same"), level(dl("phone", 1), "slip")),
        comparison("email", null("email"), level(same("email"), "same"), level(jw("email", .95), "near")),
        comparison("address", level("(street_l is null and postcode_l is null and city_l is null) or (street_r is null and postcode_r is null and city_r is null)", "null")
            .configure(is_null_level=True), level(f"{home} and {same('postcode')} and (flat_l = flat_r or flat_l is null or flat_r is null)", "home"),
            level(f"{same('house_no')} and ({same('postcode')} or {same('city')}) and {jw('street', .88)}", "near home"),
            level(f"{same('house_no')} and {same('postcode')}", "house"), level(f"{same('street')} and ({same('postcode')} or {same('city')})", "street"),
            level(same("postcode"), "postcode", "postcode"), level(same("city"), "city", "city")),
        comparison("national_id", null("national_id"), level(same("national_id"), "same"), level(dl("national_id", 1), "slip"), level(dl("national_id", 2), "two slips")),
    ]
    blocking = [
        block_on("national_id"), block_on("birth_date", "last_name"), block_on("birth_date", "first_name"), block_on("first_name", "last_name"),
        block_on("email"), block_on("phone"), block_on("birth_date", "postcode"), block_on("first_name", "substr(last_name, 1, 4)"),
        block_on("last_name", "postcode", "substr(first_name, 1, 1)"), block_on("house_no", "postcode", "substr(first_name, 1, 2)"),
        "l.first_name = r.last_name and l.last_name = r.first_name",
    ]
    settings = SettingsCreator(link_type="dedupe_only", comparisons=comparisons, blocking_rules_to_generate_predictions=blocking)
    db = DuckDBAPI(connection=con)
    linker = Linker(db.register("t"), settings)
    plain = [block_on("first_name", "last_name", "birth_date"), block_on("email"), block_on("national_id")]
    linker.training.estimate_probability_two_random_records_match(plain, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (block_on("first_name", "last_name"), block_on("birth_date", "postcode"), block_on("national_id")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=5e6)
    pairs = linker.inference.predict(threshold_match_weight=-4)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    con.execute(f"copy (select unique_id as record_id, cluster_id from {clusters.physical_name}) to '{out}' (header)")


def run(name, command, out, scoring):
    _, status, usage = os.wait4(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL if name == "throughline" else None).pid, 0)
    if status:
        sys.exit(f"{name} failed")
    cpu = usage.ru_utime + usage.ru_stime
    print(f"{name:12} {cpu:7.2f} CPU s {usage.ru_maxrss // 1024:6} MB", flush=True)
    if scoring:
        score = subprocess.run([sys.executable, scoring[1], out, scoring[0]], capture_output=True, text=True, check=True).stdout
        print("            ", *[line.strip() for line in score.splitlines() if any(f'"{word}"' in line for word in ("precision", "recall", "f1", "exact_entities"))])
    return cpu


if __name__ == "__main__":
    if sys.argv[1] == "--splink":
        splink(sys.argv[2], sys.argv[3])
    else:
        program, records, scoring = sys.argv[1], sys.argv[2], sys.argv[3:5]
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = os.path.join(folder, "ours.csv"), os.path.join(folder, "theirs.csv")
            one = run("throughline", [program, "link", records, "--out", ours], ours, scoring)
            other = run("splink", [sys.executable, __file__, "--splink", records, theirs], theirs, scoring)
        print(f"ratio        {other / one:7.1f}")
