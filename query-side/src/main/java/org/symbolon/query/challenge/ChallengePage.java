package org.symbolon.query.challenge;

import java.util.List;
import org.symbolon.projections.challenge.ChallengeView;

/**
 * A part of a list of challenges.
 *
 * @param count how many challenges the whole list has
 */
public record ChallengePage(long count, List<ChallengeView> challenges) {}
