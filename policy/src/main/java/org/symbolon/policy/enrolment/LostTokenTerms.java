package org.symbolon.policy.enrolment;

import org.symbolon.events.shared.Secret;

/** The password that takes the place of a lost token, and for how many days it does. */
public record LostTokenTerms(Secret password, int days) {}
