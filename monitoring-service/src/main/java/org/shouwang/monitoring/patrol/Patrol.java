package org.shouwang.monitoring.patrol;

import org.shouwang.monitoring.patrol.PatrolEvent.PatrolCorrected;
import org.shouwang.monitoring.patrol.PatrolEvent.PatrolMade;

/** What a patrol must remember to decide. @param made what counts; null: not yet @param correction that made it so; null: it is as it was reported */
record Patrol(PatrolMade made, PatrolCorrected correction) {}
