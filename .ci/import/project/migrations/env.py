import logging
import os

import sqlalchemy
from alembic import context

logging.basicConfig(format="%(message)s", level=logging.INFO)
logging.getLogger("sqlalchemy").setLevel(logging.WARNING)

if context.is_offline_mode():
    context.configure(dialect_name="postgresql", literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    engine = sqlalchemy.create_engine(os.environ["DATABASE_URL"], poolclass=sqlalchemy.pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
