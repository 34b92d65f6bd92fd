"""initial schema"""

import os

from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    with open(os.environ["INTEROP_FIRST"], encoding="utf-8") as script:
        op.get_bind().exec_driver_sql(script.read())


def downgrade():
    raise NotImplementedError
