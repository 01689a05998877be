package org.symbolon.command.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;

import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

class SealedPasswordsTest {

    private static final Binding OF_A_SERVER = Binding.of("smtpserver/post", SecretPurpose.PASSWORD);
    private static final Sealed FORMER = sealed("k1", "former");

    private final FakeVault vault = new FakeVault();
    private final SealedPasswords passwords = new SealedPasswords(vault);

    @Test
    void theFirstGetsAKeyOfItsOwn() {
        assertThat(passwords.replacing(null, OF_A_SERVER, Secret.of("first"))).isEqualTo(sealed("new-key-1", "first"));
    }

    @Test
    void anotherKeepsTheKey() {
        assertThat(passwords.replacing(FORMER, OF_A_SERVER, Secret.of("next"))).isEqualTo(sealed("k1", "next"));
    }

    @Test
    void aCensoredOneChangesNothing() {
        assertThat(passwords.replacing(FORMER, OF_A_SERVER, Secret.of("__CENSORED__")))
                .isSameAs(FORMER);
        assertThat(passwords.replacing(null, OF_A_SERVER, Secret.of("__CENSORED__")))
                .isNull();
    }

    @Test
    void noneOrAnEmptyOneErasesTheFormer() {
        assertThat(passwords.replacing(FORMER, OF_A_SERVER, null)).isNull();
        assertThat(passwords.replacing(sealed("k2", "x"), OF_A_SERVER, Secret.EMPTY))
                .isNull();
        assertThat(passwords.replacing(null, OF_A_SERVER, null)).isNull();
        assertThat(vault.forgotten()).containsExactlyInAnyOrder("k1", "k2");
    }
}
