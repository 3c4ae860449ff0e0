package org.shouwang.monitoring.patrol;

import org.shouwang.monitoring.patrol.PatrolEvent.PatrolMade;

/** What a patrol must remember to decide. @param made null: not yet */
record Patrol(PatrolMade made) {}
