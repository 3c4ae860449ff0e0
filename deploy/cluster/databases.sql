create database household;
create database monitoring;
create database assistance;
create database archive;
