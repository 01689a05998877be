package org.symbolon.store.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.policy.rights.TokenPlaces;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.machine.FindMachineToken;
import org.symbolon.query.machine.MachineTokenView;
import org.symbolon.query.sending.QueryDispatcher;

/** Looks up for policies where tokens belong. */
@Component
public class TokenPlaceLookups implements TokenPlaces {

    private final CandidateRows tokens;
    private final QueryDispatcher queries;

    public TokenPlaceLookups(CandidateRows tokens, QueryDispatcher queries) {
        this.tokens = tokens;
        this.queries = queries;
    }

    @Override
    public Optional<TokenPlace> of(String serial) {
        return tokens.placeOf(serial)
                .map(place -> new TokenPlace(
                        place.serial(), place.type(), Optional.ofNullable(place.owner()), place.realms()));
    }

    @Override
    public List<String> serialsOf(TokenOwner owner) {
        return tokens.ofOwner(owner).stream().map(CandidateRow::serial).toList();
    }

    @Override
    public List<String> taken(Collection<String> serials) {
        return tokens.taken(serials);
    }

    @Override
    public Optional<String> attached(int number) {
        return queries.find(new FindMachineToken(number), MachineTokenView.class)
                .map(MachineTokenView::serial);
    }
}
