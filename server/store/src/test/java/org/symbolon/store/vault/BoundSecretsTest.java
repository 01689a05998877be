package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** What somebody tries who writes to the database, and what a data directory of an older version holds. */
class BoundSecretsTest {

    private static final Secret SEED = Secret.of("3132333435363738393031323334353637383930");
    private static final Binding HIS = Binding.of("token/HIS", SecretPurpose.SEED);
    private static final Binding ANOTHERS = Binding.of("token/OTHER", SecretPurpose.SEED);

    private final JdbcClient jdbc = VaultDatabase.emptied();
    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = new MasterKey(random.generateSeed(32));
    private final DataKeyVault vault = new DataKeyVault(jdbc, master, random);
    private final Sealed sealed = vault.seal(vault.newKey(), HIS, SEED);

    @Test
    void aBoxOpensForItsOwnerAlone() {
        assertThat(vault.unseal(HIS, sealed)).isEqualTo(SEED);
        assertDoesNotOpen(ANOTHERS, sealed);
        assertDoesNotOpen(Binding.of("token/his", SecretPurpose.SEED), sealed);
    }

    @Test
    void aBoxOpensForItsPurposeAlone() {
        for (SecretPurpose purpose : SecretPurpose.values()) {
            if (purpose != SecretPurpose.SEED) {
                assertDoesNotOpen(Binding.of("token/HIS", purpose), sealed);
            }
        }
    }

    @Test
    void aBoxOpensForTheEntryAloneOfWhichItIs() {
        Binding entry = new Binding("resolver/people", SecretPurpose.ENTRY, "BINDPW");
        Sealed password = vault.seal(vault.newKey(), entry, Secret.of("password"));

        assertThat(vault.unseal(entry, password)).isEqualTo(Secret.of("password"));
        assertDoesNotOpen(new Binding("resolver/people", SecretPurpose.ENTRY, "EDITPW"), password);
        assertDoesNotOpen(Binding.of("resolver/people", SecretPurpose.ENTRY), password);
    }

    @Test
    void aBoxOpensUnderItsKeyAlone() {
        assertDoesNotOpen(HIS, new Sealed(vault.newKey(), sealed.box()));
    }

    @Test
    void aBoundBoxWithoutItsMarkIsNoOldOne() {
        Sealed unmarked = new Sealed(sealed.key(), sealed.box().substring("2.".length()));

        assertThat(sealed.box()).startsWith("2.");
        assertDoesNotOpen(HIS, unmarked);
        assertDoesNotOpen(ANOTHERS, unmarked);
    }

    @Test
    void anOldBoxOpensWhereverItLiesUntilItIsSealedAnew() {
        Sealed old = old(sealed.key());

        assertThat(vault.unseal(HIS, old)).isEqualTo(SEED);
        assertThat(vault.unseal(ANOTHERS, old)).isEqualTo(SEED);
        assertThat(vault.unsealAll(Map.of(HIS, old))).isEqualTo(Map.of(HIS, SEED));
        assertDoesNotOpen(HIS, new Sealed(vault.newKey(), old.box()));
        assertDoesNotOpen(ANOTHERS, vault.seal(old.key(), HIS, vault.unseal(HIS, old)));
    }

    @Test
    void anOldBoxWithTheMarkOfBoundOnesOpensNothing() {
        Sealed old = old(sealed.key());

        assertDoesNotOpen(HIS, new Sealed(old.key(), "2." + old.box()));
        assertDoesNotOpen(HIS, new Sealed(old.key(), "1." + old.box()));
    }

    /** As this class sealed until boxes were bound: under no other associated data than the id of the key. */
    private Sealed old(String key) {
        byte[] wrapped = jdbc.sql("select wrapped from data_key where id = ?")
                .param(key)
                .query((row, number) -> row.getBytes("wrapped"))
                .single();
        byte[] plain = new DataKeyWrapping(master, random).unwrap(key, wrapped);
        byte[] box = new AesGcmBox(plain, random).seal(SEED.utf8(), key.getBytes(StandardCharsets.UTF_8));
        return new Sealed(key, Base64.getEncoder().encodeToString(box));
    }

    @Test
    void oneThatWasMovedIsLeftOutOfManyAndOpensForNobodyElse() {
        assertThat(vault.unsealAll(Map.of(HIS, sealed, ANOTHERS, sealed))).isEqualTo(Map.of(HIS, SEED));
    }

    @Test
    void aRefusalNamesWhatWasAskedForAndNothingOfWhatIsInTheBox() {
        assertThatThrownBy(() -> vault.unseal(ANOTHERS, sealed))
                .hasMessageContaining("seed of token/OTHER")
                .hasMessageNotContaining(SEED.reveal())
                .hasMessageNotContaining(sealed.box());
    }

    @Test
    void noTwoBindingsAreOneText() {
        List<Binding> alike = List.of(
                new Binding("a", SecretPurpose.PIN, "b"),
                new Binding("ab", SecretPurpose.PIN, ""),
                new Binding("", SecretPurpose.PIN, "ab"),
                new Binding("a3:pin1:b", SecretPurpose.PIN, ""),
                new Binding("a", SecretPurpose.PIN, "b0:"),
                new Binding("a", SecretPurpose.USER_PIN, "b"));
        Set<String> texts = new HashSet<>();
        for (Binding binding : alike) {
            texts.add(new String(SealedBox.associated("key", binding), StandardCharsets.UTF_8));
        }

        assertThat(texts).hasSize(alike.size());
    }

    /** A word that is changed would make all unreadable that was sealed with it. */
    @Test
    void theAssociatedDataStaysAsItIs() {
        assertThat(new String(
                        SealedBox.associated("k1", new Binding("token/A", SecretPurpose.SEED, "ü")),
                        StandardCharsets.UTF_8))
                .isEqualTo("2.2:k17:token/A4:seed1:ü");
        assertThat(SecretPurpose.values())
                .extracting(SecretPurpose::word)
                .containsExactly(
                        "seed",
                        "pin",
                        "user pin",
                        "security officer pin",
                        "type entry",
                        "challenge",
                        "entry",
                        "header",
                        "password",
                        "cached log-in",
                        "effect content",
                        "answer");
    }

    private void assertDoesNotOpen(Binding binding, Sealed box) {
        assertThatThrownBy(() -> vault.unseal(binding, box)).isInstanceOf(SealBrokenException.class);
    }
}
