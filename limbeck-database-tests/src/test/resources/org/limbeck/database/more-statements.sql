-- Each paragraph is a case: lines with "setup>" run first, the rest is the statement that is looked at.

alter table "c" add column "Z" int

alter table s.c add column z int

ALTER TABLE IF EXISTS ONLY s."c" /* why */ ADD COLUMN IF NOT EXISTS z int -- at last
    DEFAULT 5

alter table if exists no_such add column z int

alter table no_such add column z int

alter table c add column z int default 3 + 4, add column y text not null default ''

alter table c add column z int[] default '{}'

alter table c add column z numeric(10,2) not null default 0.00 check (z >= 0)

alter table c add column z timestamptz default current_timestamp

alter table c add column z timestamptz default (now() at time zone 'UTC')

alter table c add column z text default md5(random()::text)

alter table c add column z bigint default nextval('sq')
setup> create sequence sq

alter table c add column z int default v()
setup> create function v() returns int language plpgsql volatile as 'begin return 1; end'

alter table c add column z int default st()
setup> create function st() returns int language sql stable as 'select 1'

alter table c add column z s.dm
setup> create domain s.dm as varchar(10)

alter table c add column z d2
setup> create domain d1 as int check (value > 0)
setup> create domain d2 as d1

alter table c add column a int

alter table c add z int, drop a, alter b set default 'x'

alter table c drop column if exists no_such

alter table c drop column no_such

alter table c drop column a
setup> create view vw as select a from c

alter table c drop column a cascade
setup> create view vw as select a from c

alter table c drop column id

alter table p drop column id
setup> alter table c add constraint fk foreign key (pid) references p

alter table p drop column id cascade
setup> alter table c add constraint fk foreign key (pid) references p

alter table c drop column z
setup> alter table c add column z serial

alter table c drop column b
setup> create index c_ab on c (a, b) where a > 0
setup> alter table c add constraint k check (length(b) > 0 and a > 0)

alter table c alter a set not null
setup> alter table c add constraint k check ((a is not null) and (a > 0 and u is not null))

alter table c alter a set not null
setup> alter table c add constraint k check (a is not null or u > 0)

alter table c alter "A b" set not null
setup> alter table c add column "A b" int default 1
setup> alter table c add constraint k check ("A b" is not null)

alter table c alter id drop not null

alter table c alter a set not null, alter u set not null

alter table c alter b type character varying (15)

alter table c alter column b set data type varchar(9) using b::varchar(9)

alter table c alter b type text using (b::varchar)::text

alter table c alter b type text using cast(b as text)

alter table c alter b type varchar(20) collate "C"

alter table c alter b type varchar(5) using left(b, 5)

alter table c alter n type numeric(10)

alter table c alter n type decimal(10,2)

alter table c alter n type bigint

alter table c alter n type double precision

alter table c alter ts type date

alter table c alter ts type timestamp(6) without time zone

alter table c alter ts3 type timestamp(2)

alter table c alter tz type timestamptz(3)

alter table c alter iv type interval(2)

alter table c alter iv type interval(4)

alter table c alter vb type bit varying

alter table c alter vb type bit(4)

alter table c alter vb type varbit(4)

alter table c alter ch type char(5)

alter table c alter ch type bpchar

alter table c alter b type char(10)

alter table c alter u type smallint

alter table c alter u type text

alter table c alter u type int

alter table c alter u type numeric

alter table c alter t type char(9)

alter table c alter ar type text[]
setup> alter table c add column ar varchar(5)[]

alter table c alter ar type varchar(9)[]
setup> alter table c add column ar varchar(5)[]

alter table c alter ar type varchar(5)[]
setup> alter table c add column ar varchar(5)[]

alter table c alter ar type varchar[]
setup> alter table c add column ar varchar(5)[]

alter table c alter ar type bigint[]
setup> alter table c add column ar int[]

alter table c alter x type text
setup> alter table c add column x xml

alter table c alter d type varchar(9)
setup> create domain dm as varchar(9)
setup> alter table c add column d dm default 'x'

alter table c alter d type varchar(12)
setup> create domain dm as varchar(9)
setup> alter table c add column d dm default 'x'

alter table c alter t type dm
setup> create domain dm as varchar(9)

alter table c alter b type dm
setup> create domain dm as varchar(10)

alter table c alter b type dm
setup> create domain dm as varchar(20)

alter table c alter b type varchar(30)
setup> create index c_pat on c (b varchar_pattern_ops)

alter table c alter b type text
setup> create index c_pat on c (b text_pattern_ops)

alter table c alter b type text
setup> create index c_hash on c using hash (b)

alter table c alter b type varchar(30)
setup> create index c_inc on c (a) include (b)

alter table c alter b type text collate "C"
setup> create index c_inc on c (a) include (b)

alter table c alter b type text
setup> create unique index p_name on p (name)
setup> alter table c add constraint fk foreign key (b) references p (name) not valid

alter table c alter n type numeric(12,3)
setup> create table q (n numeric(10,2) primary key)
setup> insert into q select n from c
setup> alter table c add constraint fk foreign key (n) references q

alter table c alter b type varchar(20)
setup> create policy po on c using (b <> '')

alter table c alter b type varchar(20)
setup> create function tf() returns trigger language plpgsql as $$begin return new; end$$
setup> create trigger tr before update of b on c for each row execute function tf()

alter table c alter b type varchar(20), alter u type bigint

alter table c alter b type varchar(20)
setup> alter table c add constraint k check (length(b) > 0) not valid

alter table c alter id type int
setup> alter table c add constraint fk foreign key (pid) references p

alter table pt alter v type text
setup> create table pt (id int, v varchar(10)) partition by list (id)
setup> create table pt1 partition of pt for values in (1)
setup> create table pt2 partition of pt for values in (2, 3)
setup> create index pti on pt (v)
setup> insert into pt select 1, 'x' from generate_series(1, 200)

alter table pt alter v type int using v::int
setup> create table pt (id int, v varchar(10)) partition by list (id)
setup> create table pt1 partition of pt for values in (1)
setup> create table pt2 partition of pt for values in (2, 3)
setup> create index pti on pt (v)
setup> insert into pt select 1, '1' from generate_series(1, 200)

alter table c add unique (a, b)

alter table c add constraint ck check (a > 0), add constraint ck2 check (u > 0) not valid

alter table c add constraint fk foreign key (pid) references p (id) on delete set null on update cascade deferrable initially deferred

alter table c add constraint fk foreign key (pid) references p match full not valid

alter table c add foreign key (nn) references c (id)

alter table c validate constraint no_such

alter table c drop constraint no_such

alter table c drop constraint if exists no_such

alter table p drop constraint p_pkey
setup> alter table c add constraint fk foreign key (pid) references p

alter table p drop constraint p_pkey cascade
setup> alter table c add constraint fk foreign key (pid) references p

alter table pt add constraint ck check (id > 0)
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, 1 from generate_series(1, 200) g

alter table pt add primary key (id)
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, 1 from generate_series(1, 200) g

alter table pt drop constraint ck
setup> create table pt (id int, v int, constraint ck check (v > 0)) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

alter table pt drop column v
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> create index pti on pt (v)

alter table pt rename column v to w
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

alter table pt alter v set default 5
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

alter table pt set schema s2
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

alter table pt owner to current_user
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

alter table only pt alter v set default 5
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

alter table pt attach partition n for values in (2)
setup> create table pt (id int, v int) partition by list (id)
setup> create table n (id int not null, v int, check (id = 2))
setup> insert into n select 2, 1 from generate_series(1, 200)

alter table pt attach partition n for values in (2, 3)
setup> create table pt (id int, v int) partition by list (id)
setup> create table n (id int not null, v int, check (id in (2, 3)))
setup> insert into n select 2, 1 from generate_series(1, 200)

alter table pt attach partition n for values from ('2024-01-01') to ('2025-01-01')
setup> create table pt (at date, v int) partition by range (at)
setup> create table n (at date not null, v int, check (at >= '2024-01-01' and at < date '2025-01-01'))
setup> insert into n select '2024-02-02', 1 from generate_series(1, 200)

alter table pt attach partition n for values from (minvalue) to (1000)
setup> create table pt (id int, v int) partition by range (id)
setup> create table n (id int not null, v int, check (id < 1000))
setup> insert into n select g, 1 from generate_series(1, 200) g

alter table pt attach partition n default
setup> create table pt (id int, v int) partition by range (id)
setup> create table n (id int not null, v int)
setup> insert into n select g, 1 from generate_series(1, 200) g

alter table pt attach partition n for values from (1) to (1000)
setup> create table pt (id int, v int) partition by range (id)
setup> create index pti on pt (v)
setup> create table n (id int not null, v int, check (id >= 1 and id < 1000))
setup> create index nti on n (v)
setup> insert into n select g, 1 from generate_series(1, 200) g

create table pt2 partition of pt for values in (2)
setup> create table pt (id int, v int references p) partition by list (id)

create table x as select count(*) from c join p on p.id = c.pid

create table x (like c including all excluding indexes)

create table if not exists c (id int)

create table x (id bigint primary key, pid bigint, foreign key (pid) references s.p (id) on delete cascade)

create temporary table x as with recent as (select * from c where a > 5) select * from recent

create unlogged table x (id int)

create index on c (a, lower(b)) where u > 5

create unique index "Weird ""Name" on s.c using btree (a desc nulls last)

create index if not exists i9 on c (a)

drop index c_a, c_b

drop index if exists no_such

drop index c_pkey

drop index s.c_a

drop table c, p

drop table p
setup> create table ch1 (id int, pid bigint references p)

drop table p, ch1
setup> create table ch1 (id int, pid bigint references p)

drop table if exists no_such

drop table c
setup> create view vw as select a from c

drop table c cascade
setup> create view vw as select a from c
setup> create view vw2 as select * from vw

drop table x
setup> create table x (id serial primary key)

drop table pt
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

drop view vw
setup> create view vw as select a from c
setup> create view vw2 as select * from vw

truncate table c, p restart identity

truncate p
setup> create table ch1 (id int, pid bigint references p)

truncate pt
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)

select 1

select * from c limit 1

select count(*) from vw
setup> create view vw as select a from c

insert into p values (1001, 'x')

insert into c (id, pid, nn) values (2001, 1, 1)
setup> alter table c add constraint fk foreign key (pid) references p

insert into p select id + 5000, b from c

delete from c where a > 5

update c set a = (select count(name) from p)

with old as (select 1) select * from old

alter type ct drop attribute a
setup> create type ct as (a int, b int)

alter domain d set not null
setup> create domain d as text
setup> create domain e as d
setup> alter table c add column x d default 'x', add column y e default 'y'

alter view vw rename to vw9
setup> create view vw as select a from c

alter view vw alter column a set default 5
setup> create view vw as select a from c

alter sequence sq rename to sq9
setup> create sequence sq

alter sequence sq owner to current_user
setup> create sequence sq

drop sequence sq
setup> create sequence sq

comment on constraint c_pkey on c is 'x'

comment on index c_a is 'x'

comment on schema s is 'x'

create or replace view vw as select a, b from c
setup> create view vw as select a from c

create view v2 as select * from (select id from c) q, lateral (select name from p where p.id = q.id) r

create materialized view mv as select c.a, p.name from c left join p on p.id = c.pid with no data

alter materialized view mv rename to mv9
setup> create materialized view mv as select 1 as a

create index mvi on mv (a)
setup> create materialized view mv as select a from c

create trigger tr after insert on pt for each row execute function tf()
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> create function tf() returns trigger language plpgsql as $$begin return new; end$$

alter table idn alter column id set generated always set increment by 2 set no cycle
setup> create table idn (id int generated by default as identity, v int)

alter table idn alter column id set cache 5
setup> create table idn (id int generated by default as identity, v int)

alter index c_low alter column 2 set statistics 100
setup> create index c_low on c (a, lower(b))

alter index c_low alter 1 set statistics -1, set (fillfactor = 70)
setup> create index c_low on c (lower(b))

alter table pt add constraint pt_v unique (id, v)
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, g from generate_series(1, 500) g
setup> alter table pt1 add constraint mine unique (id, v)

alter table pt add constraint pt_key primary key (id)
setup> create table pt (id int not null, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, g from generate_series(1, 500) g
setup> alter table pt1 add constraint mine primary key (id)

alter table pt add constraint pt_key primary key (id)
setup> create table pt (id int not null, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, g from generate_series(1, 500) g
setup> alter table pt1 add constraint mine unique (id)

alter table pt add constraint pt_v unique (id, v)
setup> create table pt (id int, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, g from generate_series(1, 500) g

alter table pt add constraint pt_key primary key (id)
setup> create table pt (id int not null, v int) partition by range (id)
setup> create table pt1 partition of pt for values from (1) to (1000)
setup> insert into pt select g, g from generate_series(1, 500) g

create index on c (n)
setup> create table kid () inherits (c)
setup> insert into kid select * from c

create index concurrently_not on only c (n)
setup> create table kid () inherits (c)
setup> insert into kid select * from c

alter table c add constraint u unique (n, id)
setup> create table kid () inherits (c)
setup> insert into kid select * from c

alter table q add primary key (a)
setup> create table q (a int not null, b int)
setup> create table kid () inherits (q)
setup> insert into q values (1, 1)
setup> insert into kid values (1, 1)

alter table q add primary key (a)
setup> create table q (a int, b int)
setup> create table kid () inherits (q)
setup> insert into q values (1, 1)
setup> insert into kid values (1, 1)

alter table c add constraint ck check (a > 0) no inherit
setup> create table kid () inherits (c)
setup> insert into kid select * from c

alter table c add constraint ck check (a > 0) no inherit not valid
setup> create table kid () inherits (c)
setup> insert into kid select * from c

alter table c add check (a > 0) /* NO INHERIT */
setup> create table kid () inherits (c)
setup> insert into kid select * from c

alter table c validate constraint ck
setup> create table kid () inherits (c)
setup> insert into kid select * from c
setup> alter table c add constraint ck check (a > 0) no inherit not valid

alter table c drop constraint ck
setup> create table kid () inherits (c)
setup> insert into kid select * from c
setup> alter table c add constraint ck check (a > 0) no inherit not valid

alter table c drop constraint ck
setup> create table kid () inherits (c)
setup> insert into kid select * from c
setup> alter table c add constraint ck check (a > 0) no inherit

alter table c rename constraint ck to ck2
setup> create table kid () inherits (c)
setup> insert into kid select * from c
setup> alter table c add constraint ck check (a > 0) no inherit

alter table c add constraint ck check (a > 0) no inherit;
alter table c validate constraint ck;
alter table c drop constraint ck
setup> create table kid () inherits (c)
setup> insert into kid select * from c

reindex table c
setup> create table kid () inherits (c)
setup> create index on kid (a)
setup> insert into kid select * from c

cluster c using c_a
setup> create table kid () inherits (c)
setup> insert into kid select * from c

create index i on c (n); reindex index i

create index i on c (n); alter index i rename to j; drop index j

create index i on s.c (n); alter index s.i rename to j; reindex index s.j

create table x (a int); create index i on x (a); reindex index i; alter index i rename to j; drop index j

create table x (a int primary key); reindex index x_pkey; alter index x_pkey rename to j

create table s.x (a int primary key, b int unique); reindex index s.x_pkey; alter index s.x_b_key rename to j; reindex index s.j

create table x (a int); create index on x (a); reindex index x_a_idx; drop index x_a_idx

create table x (a int); create index i on x (a); drop index i; drop index i

create table x (a int); create index i on x (a); drop table x; create index i on c (a)

alter table c add constraint u unique (n, id); reindex index u

alter table c add unique (n, id); reindex index c_n_id_key

alter table c alter a type bigint; reindex index c_a

drop index c_a
setup> create table kid (like c including indexes) inherits (c)

alter table only q add primary key (a)
setup> create table q (a int not null, b int)
setup> create table kid () inherits (q)
setup> insert into q values (1, 1)
setup> insert into kid values (1, 1)

alter table q add constraint q_key primary key using index q_a
setup> create table q (a int, b int)
setup> create table kid () inherits (q)
setup> insert into q values (1, 1)
setup> insert into kid values (1, 1)
setup> create unique index q_a on q (a)

alter table q add foreign key (a) references p
setup> create table q (a bigint, b int)
setup> create table kid () inherits (q)
setup> insert into q values (1, 1)
setup> insert into kid values (1, 1)

alter table only c add constraint ck check (a > 0) no inherit
setup> create table kid () inherits (c)
setup> insert into kid select * from c

drop index no_such

reindex index no_such

alter index no_such rename to j
