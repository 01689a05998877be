package org.symbolon.command.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Hides secrets in base64, and remembers which data keys are gone. */
public final class FakeVault implements SecretVault {

    private final Set<String> forgotten = new HashSet<>();
    private int keys;

    @Override
    public String newKey() {
        return "new-key-" + ++keys;
    }

    @Override
    public Sealed seal(String key, Secret secret) {
        return sealed(key, secret.reveal());
    }

    @Override
    public Secret unseal(Sealed sealed) {
        if (forgotten.contains(sealed.key())) {
            throw new SecretErasedException(sealed.key());
        }
        return Secret.of(new String(Base64.getDecoder().decode(sealed.box()), StandardCharsets.UTF_8));
    }

    @Override
    public Map<Sealed, Secret> unsealAll(Collection<Sealed> sealed) {
        Map<Sealed, Secret> secrets = new HashMap<>();
        sealed.stream().filter(one -> !forgotten.contains(one.key())).forEach(one -> secrets.put(one, unseal(one)));
        return secrets;
    }

    @Override
    public void forget(String key) {
        forgotten.add(key);
    }

    public Set<String> forgotten() {
        return forgotten;
    }

    /** The text as this vault seals it. */
    public static Sealed sealed(String key, String text) {
        return new Sealed(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
