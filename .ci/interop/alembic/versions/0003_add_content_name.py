"""add content name"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.add_column("creatives", sa.Column("content_name", sa.Text()))


def downgrade():
    op.drop_column("creatives", "content_name")
