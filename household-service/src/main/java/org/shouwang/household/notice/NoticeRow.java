package org.shouwang.household.notice;

/**
 * A household on a notice: all that may be shown of it in public, and nothing else. No document number, phone, account or health (National
 * Rural Revitalisation Administration, rules on publicity of monitored households).
 *
 * @param group empty where the household is in none
 * @param persons in the household
 * @param type its Chinese word
 * @param on the day of the county's determination; null in a village's notice
 */
public record NoticeRow(String town, String village, String group, String head, int persons, String type, String on) {}
