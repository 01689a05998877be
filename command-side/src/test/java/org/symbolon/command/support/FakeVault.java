package org.symbolon.command.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Hides secrets in base64, and remembers which data keys are gone and what it has sealed for what. */
public final class FakeVault implements SecretVault {

    private final Set<String> forgotten = new HashSet<>();
    private final Map<Sealed, Set<Binding>> bound = new HashMap<>();
    private int keys;

    @Override
    public String newKey() {
        return "new-key-" + ++keys;
    }

    @Override
    public Sealed seal(String key, Binding binding, Secret secret) {
        Sealed sealed = sealed(key, secret.reveal());
        bound.computeIfAbsent(sealed, one -> new HashSet<>()).add(binding);
        return sealed;
    }

    @Override
    public Secret unseal(Binding binding, Sealed sealed) {
        if (forgotten.contains(sealed.key())) {
            throw new SecretErasedException(sealed.key());
        }
        if (!bound.getOrDefault(sealed, Set.of(binding)).contains(binding)) {
            throw new SealBrokenException("This was not sealed for the " + binding);
        }
        return Secret.of(new String(Base64.getDecoder().decode(sealed.box()), StandardCharsets.UTF_8));
    }

    @Override
    public Map<Binding, Secret> unsealAll(Map<Binding, Sealed> sealed) {
        Map<Binding, Secret> secrets = new HashMap<>();
        sealed.forEach((binding, one) -> {
            if (!forgotten.contains(one.key())) {
                secrets.put(binding, unseal(binding, one));
            }
        });
        return secrets;
    }

    @Override
    public void forget(String key) {
        forgotten.add(key);
    }

    public Set<String> forgotten() {
        return forgotten;
    }

    /** The text as this vault seals it, but for nothing in particular, as long ago. */
    public static Sealed sealed(String key, String text) {
        return new Sealed(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
