package org.symbolon.events.subscription;

import java.time.LocalDateTime;

/**
 * What a subscription says. What is null was not said.
 *
 * @param holder whom it is for
 * @param issuer whom it is by
 * @param signature the issuer's, which is not checked
 */
public record SubscriptionTerms(
        SubscriptionParty holder,
        String comment,
        SubscriptionParty issuer,
        LocalDateTime from,
        LocalDateTime till,
        Integer users,
        Integer tokens,
        Integer clients,
        String level,
        String signature) {}
