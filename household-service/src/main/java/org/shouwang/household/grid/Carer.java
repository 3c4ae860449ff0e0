package org.shouwang.household.grid;

import java.time.LocalDate;
import org.shouwang.eventsourcing.Personal;

/** Who looks after a grid: the part of a grid member (网格员) that never leaves this service. @param phone 11 digits @param birthDate may both be absent */
public record Carer(String name, String phone, LocalDate birthDate) implements Personal {}
