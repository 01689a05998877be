package org.symbolon.events.challenge;

/** What can happen to challenges. */
public sealed interface ChallengeEvent
        permits ChallengesBegun,
                ChallengeAnswered,
                ChallengeAnsweredWrongly,
                ChallengeDeclined,
                ChallengeCancelled,
                ChallengeProlonged,
                ChallengesEnded,
                ExpiredChallengesRemoved {}
