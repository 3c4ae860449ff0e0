package org.shouwang.bench.ours;

import java.util.List;
import org.shouwang.bench.NoteEvent.IncomeNoted;

/** The one command: note these statements. */
public record Note(List<IncomeNoted> statements) {}
