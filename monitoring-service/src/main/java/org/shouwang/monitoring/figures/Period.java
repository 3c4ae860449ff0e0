package org.shouwang.monitoring.figures;

import java.time.LocalDate;

/** What is counted together. @param area prefix of area codes @param first and @param last day, both inclusive, Asia/Shanghai */
record Period(String area, LocalDate first, LocalDate last) {}
