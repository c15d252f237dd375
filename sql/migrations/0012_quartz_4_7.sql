-- The job store as the scheduler's version 4.7 has it: what 0003 lacks.
-- grain: as in 0003. reads: nothing. writes: quartz.*
alter table quartz.qrtz_triggers
    add column retry_policy varchar(250),
    add column retry_attempt integer,
    add column continues_trigger_name text,
    add column continues_trigger_group text,
    add column continuation_condition integer,
    add column overlap_policy integer,
    add column pause_reason varchar(250),
    add column paused_by varchar(200),
    add column paused_at bigint,
    add column misfire_threshold bigint,
    add column fixed_delay boolean;
alter table quartz.qrtz_paused_trigger_grps
    add column pause_reason varchar(250),
    add column paused_by varchar(200),
    add column paused_at bigint;
create table quartz.qrtz_paused_job_grps (
    sched_name text not null,
    job_group text not null,
    pause_reason varchar(250),
    paused_by varchar(200),
    paused_at bigint,
    constraint paused_job_grps_pk primary key (sched_name, job_group)
);
alter table quartz.qrtz_fired_triggers
    add column progress integer,
    add column progress_message varchar(250),
    add column interrupt_requested_time bigint;
alter table quartz.qrtz_scheduler_state
    add column quartz_version varchar(20);
create table quartz.qrtz_execution_history (
    sched_name text not null,
    entry_id text not null,
    instance_name text not null,
    job_name text not null,
    job_group text not null,
    trigger_name text not null,
    trigger_group text not null,
    fired_time bigint not null,
    run_time bigint not null,
    succeeded boolean not null,
    error_message text,
    retry_attempt integer not null default 0,
    retry_scheduled boolean not null default false,
    execution_log text,
    result integer,
    summary text,
    metrics text,
    manual boolean,
    fire_instance_id text,
    job_input text,
    job_input_too_large boolean,
    constraint execution_history_pk primary key (sched_name, entry_id)
);
create table quartz.qrtz_misfire_history (
    sched_name text not null,
    entry_id text not null,
    instance_name text not null,
    trigger_name text not null,
    trigger_group text not null,
    job_name text,
    job_group text,
    misfire_time bigint not null,
    sched_time bigint,
    reason integer,
    constraint misfire_history_pk primary key (sched_name, entry_id)
);
create table quartz.qrtz_job_status (
    sched_name text not null,
    job_group text not null,
    job_name text not null,
    first_fired_time bigint not null,
    last_fired_time bigint not null,
    last_result integer not null,
    last_run_time bigint not null,
    last_instance_name text not null,
    last_entry_id text,
    last_summary text,
    last_success_time bigint,
    last_failure_time bigint,
    last_failure_message text,
    consecutive_failures integer not null default 0,
    run_count bigint not null default 0,
    failure_count bigint not null default 0,
    constraint job_status_pk primary key (sched_name, job_group, job_name)
);
