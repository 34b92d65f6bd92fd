CREATE INDEX CONCURRENTLY people_email ON people (email);
