-- The id of a stream that is named by a text: version 3 of RFC 9562 over its MD5, as UUID.nameUUIDFromBytes makes it.
create function stream_id(name text) returns uuid language sql immutable strict parallel safe
return overlay(overlay(md5(name) placing '3' from 13)
  placing substr('89ab', (('x' || substr(md5(name), 17, 1))::bit(4)::int & 3) + 1, 1) from 17)::uuid;
