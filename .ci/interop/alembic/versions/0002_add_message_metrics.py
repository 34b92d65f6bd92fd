"""add message metrics and serving hold reasons"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = ("campaign_daily_metrics", "creative_daily_metrics")
COUNTS = ("follows", "leads", "opens", "sends")


def upgrade():
    for table in TABLES:
        for count in COUNTS:
            op.add_column(table, sa.Column(count, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("creatives", sa.Column("serving_hold_reasons", sa.Text()))


def downgrade():
    op.drop_column("creatives", "serving_hold_reasons")
    for table in TABLES:
        for count in COUNTS:
            op.drop_column(table, count)
