package org.shouwang.assistance.facts;

import java.util.List;
import java.util.UUID;

/** A household as the events of its register have told so far. @param areaCode village, 12 digits */
public record KnownHousehold(UUID id, String areaCode, List<Person> members) {}
