package org.symbolon.command.token;

import java.util.Optional;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TokenView;

/**
 * A token as it is.
 *
 * @param token what its type may know of it
 * @param challenge its challenge in the transaction that was named, if it can still be answered
 * @param isFit whether a right value of it could let anybody in
 */
public record KnownToken(String type, TokenView token, Optional<OpenChallenge> challenge, boolean isFit) {}
