package org.symbolon.command.tokentype.sshkey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.AuthorizedKey;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Selective;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** The public key of somebody, which machines fetch to let him in by SSH. Nobody logs in with it here. */
public final class SshkeyType implements Selective, AuthorizedKey {

    private static final String NAME = "sshkey";
    private static final String KEY = "ssh_key";
    private static final String KEY_TYPE = "ssh_type";
    private static final String COMMENT = "ssh_comment";
    private static final int UNUSED_LENGTH = 6;

    /** What makes up the line that machines fetch nobody may write piece by piece. */
    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "SSHK", "SSH Public Key: The public SSH key of a user.")
            .loggingInBy(Mode.AUTHENTICATE)
            .triggered(Trigger.NEVER)
            .taking(TypeParameter.text(
                    NAME, "The public key, as a line of authorized_keys: its type, the key, a comment."))
            .keeping(
                    StateEntry.secret(KEY),
                    StateEntry.text(KEY_TYPE).locked(),
                    StateEntry.text(COMMENT).locked())
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.WITHOUT_PIN)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        PublicKey key = PublicKey.in(request.text(NAME).orElseThrow(() -> Refusal.missing(NAME)));
        Map<String, Object> open = new HashMap<>();
        open.put(KEY_TYPE, key.type());
        open.put(COMMENT, key.comment());
        return EnrolmentStep.complete(Secret.EMPTY, UNUSED_LENGTH, TypeState.of(null, open), List.of())
                .keeping(Map.of(KEY, Secret.of(key.base64())));
    }

    @Override
    public String authorizedKey(TokenView token) {
        String key = token.secret(KEY).map(Secret::reveal).orElse("");
        return new PublicKey(
                        token.state().text(KEY_TYPE).orElse(""),
                        key,
                        token.state().text(COMMENT).orElse(""))
                .line();
    }

    /** No log-in is. */
    @Override
    public boolean isFor(TokenView token, Map<String, String> fields) {
        return false;
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return Judgement.WRONG;
    }
}
