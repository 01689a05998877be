package org.symbolon.command.tokentype;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.applspec.ApplspecType;
import org.symbolon.command.tokentype.certificate.CertificateType;
import org.symbolon.command.tokentype.daplug.DaplugType;
import org.symbolon.command.tokentype.daypassword.DaypasswordType;
import org.symbolon.command.tokentype.edupush.EdupushType;
import org.symbolon.command.tokentype.email.EmailType;
import org.symbolon.command.tokentype.foureyes.FourEyesType;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.indexedsecret.IndexedsecretType;
import org.symbolon.command.tokentype.motp.MotpType;
import org.symbolon.command.tokentype.ocra.OcraType;
import org.symbolon.command.tokentype.paper.PaperType;
import org.symbolon.command.tokentype.passkey.PasskeyType;
import org.symbolon.command.tokentype.push.PushType;
import org.symbolon.command.tokentype.pw.PwType;
import org.symbolon.command.tokentype.question.QuestionType;
import org.symbolon.command.tokentype.radius.RadiusType;
import org.symbolon.command.tokentype.registration.RegistrationType;
import org.symbolon.command.tokentype.remote.RemoteType;
import org.symbolon.command.tokentype.sms.SmsType;
import org.symbolon.command.tokentype.spass.SpassType;
import org.symbolon.command.tokentype.sshkey.SshkeyType;
import org.symbolon.command.tokentype.tan.TanType;
import org.symbolon.command.tokentype.tiqr.TiqrType;
import org.symbolon.command.tokentype.totp.TotpType;
import org.symbolon.command.tokentype.u2f.U2fType;
import org.symbolon.command.tokentype.webauthn.WebauthnType;
import org.symbolon.command.tokentype.yubico.YubicoType;
import org.symbolon.command.tokentype.yubikey.YubikeyType;

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
                new RemoteType(),
                new WebauthnType(),
                new PasskeyType(),
                new QuestionType(),
                new EmailType(),
                new SmsType(),
                new RegistrationType(),
                new ApplspecType(),
                new DaypasswordType(),
                new MotpType(),
                new PaperType(),
                new TanType(),
                new IndexedsecretType(),
                new SshkeyType(),
                new YubikeyType(),
                new YubicoType(),
                new OcraType(),
                new DaplugType(),
                new TiqrType(),
                new FourEyesType(),
                new CertificateType(),
                new U2fType(),
                new EdupushType(),
                new PushType()));
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

    /** Whether there is a type of this name that is so. */
    public boolean has(String name, Trait trait) {
        return find(name).filter(type -> type.has(trait)).isPresent();
    }

    public Collection<TokenType> types() {
        return byName.values();
    }
}
