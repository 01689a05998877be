package org.symbolon.app.inquiry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.token.TokenPages;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.OtherLogins;
import org.symbolon.command.auth.OtherLogins.Round;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.token.SearchedToken;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.foureyes.OtherTokens;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.token.TokenFilter;

/** Finds in the realms that are named the tokens whose owners log in for somebody else, and logs them in. */
@Component
public final class OtherTokensDesk {

    /** Anybody can cause a search: in a realm with more tokens only the oldest are looked at. */
    private static final int MOST_TOKENS = 200;

    private final TokenPages tokens;
    private final OtherLogins logins;
    private final CommandSender sender;
    private final List<String> types;

    OtherTokensDesk(TokenPages tokens, OtherLogins logins, CommandSender sender, TokenTypes types) {
        this.tokens = tokens;
        this.logins = logins;
        this.sender = sender;
        this.types = types.types().stream().map(TokenType::name).toList();
    }

    /** Each pass counts for one token, and each token once. */
    public OtherTokens answer(OtherTokens.Wanted wanted) {
        Round round = logins.round(attempts -> (Decision) sender.sendFreshAs("token " + wanted.asking(), attempts));
        Map<String, List<String>> there = new HashMap<>();
        wanted.needed().keySet().forEach(realm -> there.put(realm, serials(realm)));
        OtherTokens found = wanted.before();
        for (Secret pass : wanted.passes()) {
            found = with(found, pass, wanted, there, round);
            if (round.isLate()) {
                break;
            }
        }
        return found;
    }

    private List<String> serials(String realm) {
        TokenFilter filter = TokenFilter.all().realm(realm).active(true).assigned(true);
        return tokens.of(filter, types, List.of()).first(MOST_TOKENS).stream()
                .map(SearchedToken::serial)
                .toList();
    }

    private static OtherTokens with(
            OtherTokens before, Secret pass, OtherTokens.Wanted wanted, Map<String, List<String>> there, Round round) {
        for (Map.Entry<String, Integer> realm : wanted.needed().entrySet()) {
            boolean enough =
                    before.serials().getOrDefault(realm.getKey(), List.of()).size() >= realm.getValue();
            Optional<String> found = there.get(realm.getKey()).stream()
                    .filter(serial -> !enough && !before.has(serial) && !serial.equals(wanted.asking()))
                    .filter(serial -> round.logsIn(serial, pass))
                    .findFirst();
            if (found.isPresent()) {
                return before.with(realm.getKey(), found.get());
            }
        }
        return before;
    }
}
