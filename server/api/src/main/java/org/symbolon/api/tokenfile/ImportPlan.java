package org.symbolon.api.tokenfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

/** What a file comes to on this server: the tokens that it can have, whom they go to, and what is left out. */
final class ImportPlan {

    private static final String DESCRIPTION = "imported";

    private final TokenTypes types;
    private final UserDirectory directory;
    private final List<String> realms;
    private final Map<FileUser, KnownUser> found = new HashMap<>();
    private final List<TokenRecord> tokens = new ArrayList<>();
    private final Set<String> serials = new LinkedHashSet<>();
    private final Set<String> realmsOfTokens = new LinkedHashSet<>();
    private final Map<String, Integer> withoutType = new TreeMap<>();
    private final int doubtful;

    /**
     * Makes it.
     *
     * @param realms in which all tokens are to be
     * @throws ApiException 904 or 601 if the file names a user or a realm that does not exist
     */
    ImportPlan(TokenFile file, TokenTypes types, UserDirectory directory, List<String> realms) {
        this.types = types;
        this.directory = directory;
        this.realms = realms;
        this.doubtful = file.doubtful();
        file.tokens().forEach(this::take);
    }

    private void take(TokenRecord token) {
        if (types.find(token.type()).isEmpty()) {
            withoutType.merge(LeftOutTypes.nameOf(token.type()), 1, Integer::sum);
            return;
        }
        if (owner(token).isEmpty()) {
            realm(token).ifPresent(realmsOfTokens::add);
        }
        serials.add(token.serial());
        tokens.add(token);
    }

    private ImportedToken imported(TokenRecord token) {
        Optional<KnownUser> owner = owner(token);
        String realm = owner.isPresent() ? null : realm(token).orElse(null);
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

    private Optional<KnownUser> owner(TokenRecord token) {
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

    /** How many tokens there are. */
    int size() {
        return tokens.size();
    }

    /** How many portions of this size they make: at least one, which may be empty. */
    int portions(int size) {
        return Math.max(1, (tokens.size() + size - 1) / size);
    }

    /** The tokens of a portion. They are made of the file when they are wanted, for they take more room than it does. */
    List<ImportedToken> portion(int number, int size) {
        int first = number * size;
        return tokens.subList(first, Math.min(tokens.size(), first + size)).stream()
                .map(this::imported)
                .toList();
    }

    /** The serials of the tokens. */
    Set<String> serials() {
        return serials;
    }

    /** Whom the file gives tokens to. */
    Set<KnownUser> owners() {
        return Set.copyOf(found.values());
    }

    /** The realms that the file itself puts tokens into that it gives to nobody. */
    Set<String> realmsOfTokens() {
        return realmsOfTokens;
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
