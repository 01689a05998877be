package org.symbolon.command.tokentype;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.email.EmailType;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.pw.PwType;
import org.symbolon.command.tokentype.question.QuestionType;
import org.symbolon.command.tokentype.radius.RadiusType;
import org.symbolon.command.tokentype.spass.SpassType;
import org.symbolon.command.tokentype.totp.TotpType;
import org.symbolon.command.tokentype.webauthn.WebauthnType;

/** All token types by name. A new type is added here. */
public final class TokenTypes {

    /** The type of a token of which nobody says a type. */
    public static final String DEFAULT = HotpType.NAME;

    private final Map<String, TokenType> byName = new TreeMap<>();

    /**
     * These types.
     *
     * @throws IllegalStateException if two of them have one name
     */
    public TokenTypes(Collection<? extends TokenType> types) {
        for (TokenType type : types) {
            TokenType other = byName.putIfAbsent(type.name(), type);
            if (other != null) {
                throw new IllegalStateException("Two token types are named '" + type.name() + "': "
                        + other.getClass().getName() + " and " + type.getClass().getName());
            }
        }
    }

    /** The types that Symbolon brings. */
    public static TokenTypes all() {
        return new TokenTypes(List.of(
                new HotpType(),
                new TotpType(),
                new SpassType(),
                new PwType(),
                new RadiusType(),
                new WebauthnType(),
                new QuestionType(),
                new EmailType()));
    }

    public Optional<TokenType> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The type of this name, whatever its case.
     *
     * @throws Refusal 905 if there is none
     */
    public TokenType require(String name) {
        return find(name).orElseThrow(() -> Refusal.parameter("Unknown token type: '" + name + "'"));
    }

    public Collection<TokenType> types() {
        return byName.values();
    }
}
