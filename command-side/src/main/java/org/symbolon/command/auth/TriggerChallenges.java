package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.TokenOwner;

/**
 * Ask these tokens a challenge, though nobody has typed a PIN.
 *
 * @param owner whom the tokens must belong to, null for whomever
 */
public record TriggerChallenges(TokenOwner owner, List<String> serials, LoginTerms terms) {}
