-- for ${team}
ALTER TABLE people ADD COLUMN email text;
