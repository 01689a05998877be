package org.symbolon.api.tokentype;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeDescription.Trait;

/** Finds out, before anything is locked, who owns the token that a device calls about, where its type wants to know that. */
@Component
final class CalledHolder {

    private final TokenTypes types;
    private final CandidateTokens tokens;
    private final Holders holders;

    CalledHolder(TokenTypes types, CandidateTokens tokens, Holders holders) {
        this.types = types;
        this.tokens = tokens;
        this.holders = holders;
    }

    Holder of(String type, TypeCall call) {
        return types.find(type)
                .filter(known -> known.has(Trait.SENDS))
                .flatMap(known -> known.endpoint())
                .flatMap(endpoint -> endpoint.serial(call))
                .flatMap(tokens::withSerial)
                .flatMap(found -> Optional.ofNullable(found.owner()))
                .map(owner -> holders.of(null, owner, true))
                .orElse(Holder.NOBODY);
    }
}
