-- revision: 0003
-- revises:  0002
-- message:  divide

-- upgrade
CREATE TABLE quotients (n integer);
INSERT INTO quotients VALUES (1 / 0);

-- downgrade
DROP TABLE quotients;
