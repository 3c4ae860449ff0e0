create table note_line (id uuid primary key, area text not null, lines int not null, last text not null check (last <> 'unwritable'), owner text not null);
create table echo (message uuid not null, stream uuid not null, text text not null);
