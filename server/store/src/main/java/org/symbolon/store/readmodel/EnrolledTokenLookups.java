package org.symbolon.store.readmodel;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.command.token.Room;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.enrolment.EnrolledTokens;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;

/** Shows policies the tokens there are. */
@Component
public class EnrolledTokenLookups implements EnrolledTokens {

    private final CandidateRows tokens;
    private final TokenCensus census;

    public EnrolledTokenLookups(CandidateRows tokens, TokenCensus census) {
        this.tokens = tokens;
        this.census = census;
    }

    @Override
    public boolean hasPin(String serial) {
        return tokens.withSerial(serial)
                .filter(token -> !token.pin().equals(Pin.NONE))
                .isPresent();
    }

    @Override
    public boolean isUnverified(String serial) {
        return tokens.isUnverified(serial);
    }

    @Override
    public List<String> typesOf(TokenOwner owner) {
        return tokens.ofOwner(owner).stream().map(CandidateRow::type).distinct().toList();
    }

    @Override
    public boolean isRoom(TokenLimit limit) {
        return Room.refusal(List.of(limit), census).isEmpty();
    }
}
