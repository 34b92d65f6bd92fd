-- 0001

CREATE TABLE ad_accounts (
    id          bigint PRIMARY KEY,
    name        text NOT NULL,
    status      text NOT NULL,
    currency    text NOT NULL DEFAULT 'USD',
    type        text,
    is_test     boolean NOT NULL DEFAULT false,
    created_at  timestamptz,
    fetched_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_ad_accounts_id CHECK (id > 0),
    CONSTRAINT ck_ad_accounts_currency CHECK (currency ~ '^[A-Z]{3}$')
);

CREATE TABLE campaigns (
    id                          bigint PRIMARY KEY,
    account_id                  bigint NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
    name                        text NOT NULL,
    status                      text NOT NULL,
    type                        text,
    daily_budget                numeric(18,4),
    daily_budget_currency       text,
    total_budget                numeric(18,4),
    cost_type                   text,
    unit_cost                   numeric(18,4),
    bid_strategy                text,
    creative_selection          text,
    offsite_delivery_enabled    boolean NOT NULL DEFAULT false,
    audience_expansion_enabled  boolean NOT NULL DEFAULT false,
    campaign_group              text,
    created_at                  timestamptz,
    fetched_at                  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_campaigns_id CHECK (id > 0),
    CONSTRAINT ck_campaigns_budgets CHECK (daily_budget >= 0 AND total_budget >= 0 AND unit_cost >= 0),
    CONSTRAINT ck_campaigns_budget_currency CHECK (daily_budget_currency ~ '^[A-Z]{3}$')
);
CREATE INDEX ix_campaigns_account_id_status ON campaigns (account_id, status);

CREATE TABLE creatives (
    id                 text PRIMARY KEY,
    campaign_id        bigint NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    account_id         bigint NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
    intended_status    text,
    is_serving         boolean NOT NULL DEFAULT false,
    content_reference  text,
    created_at         timestamptz,
    last_modified_at   timestamptz,
    fetched_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_creatives_id_urn CHECK (id ~ '^urn:li:sponsoredCreative:[0-9]+$')
);
CREATE INDEX ix_creatives_campaign_id ON creatives (campaign_id);
CREATE INDEX ix_creatives_account_id_modified ON creatives (account_id, last_modified_at DESC);

CREATE TABLE campaign_daily_metrics (
    campaign_id          bigint NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    date                 date NOT NULL,
    impressions          integer NOT NULL DEFAULT 0,
    clicks               integer NOT NULL DEFAULT 0,
    spend                numeric(18,4) NOT NULL DEFAULT 0,
    landing_page_clicks  integer NOT NULL DEFAULT 0,
    conversions          integer NOT NULL DEFAULT 0,
    likes                integer NOT NULL DEFAULT 0,
    comments             integer NOT NULL DEFAULT 0,
    shares               integer NOT NULL DEFAULT 0,
    ctr                  numeric(9,4) NOT NULL DEFAULT 0,
    cpc                  numeric(18,4) NOT NULL DEFAULT 0,
    fetched_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (campaign_id, date),
    CONSTRAINT ck_campaign_daily_metrics_nonneg CHECK (
        impressions >= 0 AND clicks >= 0 AND spend >= 0 AND landing_page_clicks >= 0
        AND conversions >= 0 AND likes >= 0 AND comments >= 0 AND shares >= 0)
);
CREATE INDEX ix_campaign_daily_metrics_date ON campaign_daily_metrics (date DESC, campaign_id);

CREATE TABLE creative_daily_metrics (
    creative_id          text NOT NULL REFERENCES creatives (id) ON DELETE CASCADE,
    date                 date NOT NULL,
    impressions          integer NOT NULL DEFAULT 0,
    clicks               integer NOT NULL DEFAULT 0,
    spend                numeric(18,4) NOT NULL DEFAULT 0,
    landing_page_clicks  integer NOT NULL DEFAULT 0,
    conversions          integer NOT NULL DEFAULT 0,
    likes                integer NOT NULL DEFAULT 0,
    comments             integer NOT NULL DEFAULT 0,
    shares               integer NOT NULL DEFAULT 0,
    ctr                  numeric(9,4) NOT NULL DEFAULT 0,
    cpc                  numeric(18,4) NOT NULL DEFAULT 0,
    fetched_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (creative_id, date),
    CONSTRAINT ck_creative_daily_metrics_nonneg CHECK (
        impressions >= 0 AND clicks >= 0 AND spend >= 0 AND landing_page_clicks >= 0
        AND conversions >= 0 AND likes >= 0 AND comments >= 0 AND shares >= 0)
);
CREATE INDEX ix_creative_daily_metrics_date ON creative_daily_metrics (date DESC, creative_id);

CREATE TABLE audience_demographics (
    account_id   bigint NOT NULL REFERENCES ad_accounts (id) ON DELETE CASCADE,
    pivot_type   text NOT NULL,
    segment      text NOT NULL,
    date_start   date NOT NULL,
    impressions  integer NOT NULL DEFAULT 0,
    clicks       integer NOT NULL DEFAULT 0,
    ctr          numeric(9,4) NOT NULL DEFAULT 0,
    share_pct    numeric(5,2) NOT NULL DEFAULT 0,
    date_end     date NOT NULL,
    fetched_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, pivot_type, segment, date_start),
    CONSTRAINT ck_audience_demographics_window CHECK (date_end >= date_start),
    CONSTRAINT ck_audience_demographics_values CHECK (impressions >= 0 AND clicks >= 0 AND share_pct BETWEEN 0 AND 100)
);
CREATE INDEX ix_audience_demographics_latest ON audience_demographics (account_id, pivot_type, date_start DESC, impressions DESC);

CREATE TABLE sync_log (
    id                 bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    account_id         text NOT NULL,
    started_at         timestamptz NOT NULL DEFAULT now(),
    finished_at        timestamptz,
    status             text NOT NULL DEFAULT 'running',
    trigger            text,
    campaigns_fetched  integer NOT NULL DEFAULT 0,
    creatives_fetched  integer NOT NULL DEFAULT 0,
    api_calls_made     integer NOT NULL DEFAULT 0,
    errors             text,
    CONSTRAINT ck_sync_log_status CHECK (status IN ('running','success','failed')),
    CONSTRAINT ck_sync_log_finished CHECK ((status = 'running') = (finished_at IS NULL)),
    CONSTRAINT ck_sync_log_order CHECK (finished_at >= started_at),
    CONSTRAINT ck_sync_log_counts CHECK (campaigns_fetched >= 0 AND creatives_fetched >= 0 AND api_calls_made >= 0)
);
CREATE INDEX ix_sync_log_success ON sync_log (account_id, finished_at DESC) WHERE status = 'success';
CREATE INDEX ix_sync_log_running ON sync_log (started_at) WHERE status = 'running';

-- 0002

ALTER TABLE campaign_daily_metrics
    ADD COLUMN follows integer NOT NULL DEFAULT 0, ADD COLUMN leads integer NOT NULL DEFAULT 0,
    ADD COLUMN opens integer NOT NULL DEFAULT 0, ADD COLUMN sends integer NOT NULL DEFAULT 0;
ALTER TABLE creative_daily_metrics
    ADD COLUMN follows integer NOT NULL DEFAULT 0, ADD COLUMN leads integer NOT NULL DEFAULT 0,
    ADD COLUMN opens integer NOT NULL DEFAULT 0, ADD COLUMN sends integer NOT NULL DEFAULT 0;
ALTER TABLE creatives ADD COLUMN serving_hold_reasons text;

-- 0003

ALTER TABLE creatives ADD COLUMN content_name text;
