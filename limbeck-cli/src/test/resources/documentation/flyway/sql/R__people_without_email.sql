CREATE OR REPLACE VIEW people_without_email AS SELECT id, name FROM people WHERE email IS NULL;
