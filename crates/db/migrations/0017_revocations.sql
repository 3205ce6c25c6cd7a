-- The turn between those who answer and those who take a right away gets a number: how often a right has been taken away. An answer
-- is made only when the number is still the one with which the question came.
insert into revocation (turn) values (0);
