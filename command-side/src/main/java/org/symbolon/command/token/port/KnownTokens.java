package org.symbolon.command.token.port;

import java.util.Optional;
import org.symbolon.command.token.KnownToken;

/** Shows tokens as they are, with their challenge in a transaction, if one is named, to those who gather what a decision about one needs. */
@FunctionalInterface
public interface KnownTokens {

    Optional<KnownToken> find(String serial, String transactionId);
}
