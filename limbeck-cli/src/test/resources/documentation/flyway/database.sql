CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE people ADD COLUMN email text;
CREATE TABLE flyway_schema_history (
    installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
    script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
    installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL);
INSERT INTO flyway_schema_history VALUES
    (1, '1', 'create people', 'SQL', 'V1__create_people.sql', 1, 'ada', now(), 5, true),
    (2, '2', 'add email', 'SQL', 'V2__add_email.sql', 2, 'ada', now(), 5, true);
