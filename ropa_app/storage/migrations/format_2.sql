-- File format 2 as it was released; never changed. A test holds the declarations against it.
CREATE TABLE record (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    owner VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(owner) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_record_kind ON record (kind);

CREATE INDEX ix_record_owner ON record (owner);

CREATE TABLE step (
    sequence INTEGER NOT NULL,
    at VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    details VARCHAR NOT NULL,
    schema INTEGER NOT NULL,
    undoes INTEGER,
    commitment VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    previous VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (sequence)
);

CREATE TABLE digest (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE link (
    source VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    target VARCHAR NOT NULL,
    PRIMARY KEY (source, field, place),
    FOREIGN KEY(source) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(target) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_link_target ON link (target);

CREATE TABLE payload (
    sequence INTEGER NOT NULL,
    salt VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    PRIMARY KEY (sequence),
    FOREIGN KEY(sequence) REFERENCES step (sequence)
);

CREATE TABLE version_content (
    version VARCHAR NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(version) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE law_pack (
    digest VARCHAR NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (digest)
);

CREATE TABLE kind_organisation (
    id VARCHAR NOT NULL,
    name VARCHAR,
    org_number VARCHAR,
    country VARCHAR,
    postal_address VARCHAR,
    visiting_address VARCHAR,
    email VARCHAR,
    phone VARCHAR,
    public_authority VARCHAR,
    employees INTEGER,
    record_waived VARCHAR,
    acts_as_processor VARCHAR,
    dpo_appointed VARCHAR,
    dpo_assessed VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_contact (
    id VARCHAR NOT NULL,
    role VARCHAR,
    name VARCHAR,
    address VARCHAR,
    email VARCHAR,
    phone VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_party (
    id VARCHAR NOT NULL,
    name VARCHAR,
    printed_name VARCHAR,
    category VARCHAR,
    parent_country VARCHAR,
    remote_access VARCHAR,
    sub_processors VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_place (
    id VARCHAR NOT NULL,
    role VARCHAR,
    country VARCHAR,
    outside_eea VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_transfer_tool (
    id VARCHAR NOT NULL,
    tool VARCHAR,
    signed VARCHAR,
    ended VARCHAR,
    document VARCHAR,
    scope_confirmed VARCHAR,
    dpf_status VARCHAR,
    dpf_data VARCHAR,
    dpf_checked VARCHAR,
    repeated VARCHAR,
    safeguards VARCHAR,
    authority_notified VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_activity (
    id VARCHAR NOT NULL,
    reference VARCHAR,
    title VARCHAR,
    area VARCHAR,
    owner VARCHAR,
    status VARCHAR,
    since VARCHAR,
    last_reviewed VARCHAR,
    public VARCHAR,
    topics VARCHAR,
    recipients_answer VARCHAR,
    art14_information VARCHAR,
    provision VARCHAR,
    provision_consequence VARCHAR,
    automated VARCHAR,
    automated_ground VARCHAR,
    automated_logic VARCHAR,
    children_note VARCHAR,
    national_id_need VARCHAR,
    high_risk VARCHAR,
    dpia_art35 VARCHAR,
    dpia_list VARCHAR,
    dpia_criteria VARCHAR,
    portability VARCHAR,
    deletion_confirmed VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_purpose (
    id VARCHAR NOT NULL,
    text VARCHAR,
    art6 VARCHAR,
    art9_10 VARCHAR,
    law_reference VARCHAR,
    interest VARCHAR,
    further_use VARCHAR,
    marketing_channels VARCHAR,
    marketing_ground VARCHAR,
    customer_conditions VARCHAR,
    suppression VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_data_line (
    id VARCHAR NOT NULL,
    subjects VARCHAR,
    subjects_note VARCHAR,
    categories VARCHAR,
    categories_note VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_source (
    id VARCHAR NOT NULL,
    origin VARCHAR,
    note VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_recipient (
    id VARCHAR NOT NULL,
    category VARCHAR,
    role VARCHAR,
    purpose VARCHAR,
    all_lines VARCHAR,
    own_marketing VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_retention (
    id VARCHAR NOT NULL,
    period VARCHAR,
    start VARCHAR,
    criteria VARCHAR,
    law_reference VARCHAR,
    method VARCHAR,
    reason VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_measure (
    id VARCHAR NOT NULL,
    catalogue VARCHAR,
    name VARCHAR,
    description VARCHAR,
    public_text VARCHAR,
    status VARCHAR,
    organisation_wide VARCHAR,
    tested VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_measure_use (
    id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_system (
    id VARCHAR NOT NULL,
    name VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_tracker (
    id VARCHAR NOT NULL,
    name VARCHAR,
    category VARCHAR,
    purpose VARCHAR,
    duration VARCHAR,
    consent_way VARCHAR,
    called_anonymous VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_agreement (
    id VARCHAR NOT NULL,
    document VARCHAR,
    status VARCHAR,
    signed VARCHAR,
    until VARCHAR,
    covers VARCHAR,
    lacks VARCHAR,
    regime VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_follow_up (
    id VARCHAR NOT NULL,
    day VARCHAR,
    note VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_arrangement (
    id VARCHAR NOT NULL,
    status VARCHAR,
    tasks VARCHAR,
    essence VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_consent (
    id VARCHAR NOT NULL,
    name VARCHAR,
    text VARCHAR,
    active VARCHAR,
    evidence VARCHAR,
    withdrawal VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_assessment (
    id VARCHAR NOT NULL,
    method VARCHAR,
    day VARCHAR,
    author VARCHAR,
    outcome VARCHAR,
    reasons VARCHAR,
    next_review VARCHAR,
    description VARCHAR,
    necessity VARCHAR,
    balance VARCHAR,
    risks VARCHAR,
    safeguards VARCHAR,
    dpo_advice VARCHAR,
    residual_risk VARCHAR,
    consulted VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_risk (
    id VARCHAR NOT NULL,
    description VARCHAR,
    likelihood VARCHAR,
    consequence VARCHAR,
    likelihood_after VARCHAR,
    consequence_after VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_processor_record (
    id VARCHAR NOT NULL,
    categories VARCHAR,
    status VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_published_statement (
    id VARCHAR NOT NULL,
    published VARCHAR,
    place VARCHAR,
    recipients_named VARCHAR,
    rights VARCHAR,
    rights_channels VARCHAR,
    reply_days INTEGER,
    complaint_channels VARCHAR,
    changes VARCHAR,
    terms VARCHAR,
    phrases VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_published_item (
    id VARCHAR NOT NULL,
    item VARCHAR,
    said VARCHAR,
    section VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_promise (
    id VARCHAR NOT NULL,
    promise VARCHAR,
    section VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_statement_text (
    id VARCHAR NOT NULL,
    section VARCHAR,
    text VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_statement (
    id VARCHAR NOT NULL,
    effective VARCHAR,
    rights_how VARCHAR,
    copy_how VARCHAR,
    changes_how VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_version (
    id VARCHAR NOT NULL,
    number INTEGER,
    day VARCHAR,
    approver VARCHAR,
    note VARCHAR,
    history_sequence INTEGER,
    digest VARCHAR,
    law_pack VARCHAR,
    program VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_review (
    id VARCHAR NOT NULL,
    reviewer VARCHAR,
    due VARCHAR,
    sent VARCHAR,
    base_sequence INTEGER,
    internal_fields VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_remark (
    id VARCHAR NOT NULL,
    what VARCHAR,
    field VARCHAR,
    section VARCHAR,
    language VARCHAR,
    base VARCHAR,
    author VARCHAR,
    day VARCHAR,
    text VARCHAR,
    proposed VARCHAR,
    state VARCHAR,
    state_reason VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_acceptance (
    id VARCHAR NOT NULL,
    rule VARCHAR,
    reason VARCHAR,
    declared VARCHAR,
    accepted_by VARCHAR,
    day VARCHAR,
    until VARCHAR,
    digest VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE kind_register (
    id VARCHAR NOT NULL,
    language VARCHAR,
    review_months INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
);
