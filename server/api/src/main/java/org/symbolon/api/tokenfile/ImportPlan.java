package org.symbolon.api.tokenfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.tokenfile.format.FileUser;
import org.symbolon.api.tokenfile.format.TokenFile;
import org.symbolon.api.tokenfile.format.TokenRecord;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.ImportedToken;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;

/**
 * What a file comes to on this server: the tokens that it can have, whom they go to, and what is left out. Of all that the file
 * holds only the serials are in memory at once. Of two tokens with one serial the later counts.
 */
final class ImportPlan {

    private static final String DESCRIPTION = "imported";

    private final TokenFile file;
    private final TokenTypes types;
    private final UserDirectory directory;
    private final List<String> realms;
    private final Set<String> serials = new HashSet<>();
    /** Where the last token is whose serial comes more than once, by its number among the tokens of the file. */
    private final Map<String, Integer> last = new HashMap<>();

    private final Map<String, Integer> withoutType = new TreeMap<>();
    private int doubtful;

    /**
     * Makes it, which goes through the whole file.
     *
     * @param realms in which all tokens are to be
     * @throws ApiException 304 if the file cannot be understood
     */
    ImportPlan(TokenFile file, TokenTypes types, UserDirectory directory, List<String> realms) {
        this.file = file;
        this.types = types;
        this.directory = directory;
        this.realms = realms;
        file.tell(new FirstLook());
    }

    /** Finds out what the file holds. */
    private final class FirstLook implements TokenFile.Listener {

        private int number;

        @Override
        public void token(TokenRecord token) {
            number++;
            if (!serials.add(token.serial())) {
                last.put(token.serial(), number);
            }
        }

        @Override
        public void doubtful() {
            doubtful++;
        }
    }

    /** Goes through the tokens that the server can have, each serial once. */
    void each(Consumer<TokenRecord> listener) {
        withoutType.clear();
        file.tell(new LastOnes(listener));
    }

    private final class LastOnes implements TokenFile.Listener {

        private final Consumer<TokenRecord> listener;
        private int number;

        LastOnes(Consumer<TokenRecord> listener) {
            this.listener = listener;
        }

        @Override
        public void token(TokenRecord token) {
            number++;
            if (last.getOrDefault(token.serial(), number) != number) {
                return;
            }
            if (types.find(token.type()).isEmpty()) {
                withoutType.merge(LeftOutTypes.nameOf(token.type()), 1, Integer::sum);
                return;
            }
            listener.accept(token);
        }
    }

    /**
     * Some of the tokens, as they are enrolled.
     *
     * @param owners whom the file gives some of them to
     * @param realms that the file itself puts some into that it gives to nobody
     */
    record Portion(List<ImportedToken> tokens, Set<String> serials, Set<KnownUser> owners, Set<String> realms) {}

    /**
     * What becomes of these.
     *
     * @throws ApiException 904 or 601 if the file names a user or a realm that does not exist
     */
    Portion portion(List<TokenRecord> records) {
        Map<FileUser, KnownUser> found = new HashMap<>();
        List<ImportedToken> tokens = new ArrayList<>(records.size());
        Set<String> named = new LinkedHashSet<>();
        Set<String> ofNobody = new LinkedHashSet<>();
        for (TokenRecord token : records) {
            Optional<KnownUser> owner = owner(token, found);
            Optional<String> realm = owner.isPresent() ? Optional.empty() : realm(token);
            realm.ifPresent(ofNobody::add);
            named.add(token.serial());
            tokens.add(imported(token, owner, realm.orElse(null)));
        }
        return new Portion(tokens, named, Set.copyOf(found.values()), ofNobody);
    }

    private ImportedToken imported(TokenRecord token, Optional<KnownUser> owner, String realm) {
        EnrollToken enrolment = new EnrollToken(
                parameters(token),
                Map.of(),
                null,
                owner.map(KnownUser::asOwner).orElse(null),
                owner.map(user -> new Holder(user.login(), user.realm())).orElse(Holder.NOBODY),
                realm);
        return new ImportedToken(enrolment, realms, token.counter());
    }

    /** A token whose enrolment was in the midst of two steps begins anew: the key of the file is a whole one. */
    private static Map<String, String> parameters(TokenRecord token) {
        Map<String, String> parameters = new HashMap<>(token.parameters());
        parameters.putIfAbsent("description", DESCRIPTION);
        parameters.put("serial", token.serial());
        parameters.put("type", token.type());
        parameters.put("otpkey", token.key().reveal());
        parameters.put("rollover", "1");
        return parameters;
    }

    private Optional<KnownUser> owner(TokenRecord token, Map<FileUser, KnownUser> found) {
        return token.user().login().isEmpty()
                ? Optional.empty()
                : Optional.of(found.computeIfAbsent(token.user(), user -> known(token.place(), user)));
    }

    private KnownUser known(String place, FileUser user) {
        UserName name = directory.nameOf(
                user.login(), Optional.of(user.realm()).filter(realm -> !realm.isEmpty()), user.resolver());
        return directory
                .find(name)
                .orElseThrow(() ->
                        ApiException.user("In " + place + " the user can not be found in any resolver in this realm!"));
    }

    /** The realm that the file itself puts the token into. */
    private Optional<String> realm(TokenRecord token) {
        String realm = token.user().realm().toLowerCase(Locale.ROOT);
        if (!realm.isEmpty() && !directory.realmExists(realm)) {
            throw ApiException.notFound("In " + token.place() + " the realm does not exist.");
        }
        return Optional.of(realm).filter(name -> !name.isEmpty());
    }

    /** How many tokens there are, those of types included that the server has not. */
    int size() {
        return serials.size();
    }

    int leftOut() {
        return doubtful
                + withoutType.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For the audit: which tokens were left out, and why; empty if none were. */
    String tellLeftOut() {
        List<String> reasons = new ArrayList<>();
        withoutType.forEach((type, number) -> reasons.add(number + " " + type));
        if (doubtful > 0) {
            reasons.add(doubtful + " without a valid MAC");
        }
        return reasons.isEmpty() ? "" : ", not imported: " + String.join(", ", reasons);
    }
}
