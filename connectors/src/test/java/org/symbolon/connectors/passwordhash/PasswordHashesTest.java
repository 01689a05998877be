package org.symbolon.connectors.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** Each form of hash that applications keep, by values that other programs made. */
class PasswordHashesTest {

    private static final Secret PASSWORD = Secret.of("hashcat");

    private final PasswordHashes hashes = new PasswordHashes();

    private boolean matches(String hash, String password) {
        return hashes.matches(Secret.of(hash), Secret.of(password));
    }

    /** The examples for "hashcat" that hashcat publishes, and what OpenSSL 3.5 makes of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$P$984478476IagS59wHZvyQMArzfx58u.",
                "$H$984478476IagS59wHZvyQMArzfx58u.",
                "$S$C33783772bRXEx1aCsvY.dqgaaSu76XmVlKrW9Qu8IQlvxHlmzLf",
                "{SHA}uJ6qx+YUFzQbcQtyd2gpTQ5qJ3s=",
                "{sha}uJ6qx+YUFzQbcQtyd2gpTQ5qJ3s=",
                "{SSHA}AZKja92fbuuB9SpRlHqaoXxbTc43Mzc2MDM1Ng==",
                "{ssha}AZKja92fbuuB9SpRlHqaoXxbTc43Mzc2MDM1Ng==",
                "{SSHA256}OZiz0cnQ5hgyel3Emh7NCbhBRCQ+HVBwYplQunHYnER7TLuV",
                "{SSHA512}ALtwKGBdRgD+U0fPAy31C28RyKYx7+a8kmfksccsOeLknLHv2DBXYI7TDnTolQMBuPkWDISgZr2cHfnNPFjGZTEyNDU4OTkw",
                "127e6fbfe24a750e72930c220a8e138275656b8e5d8f48a98c3c92df2caba935",
                "127E6FBFE24A750E72930C220A8E138275656B8E5D8F48A98C3C92DF2CABA935",
                "$1$28772684$iEwNOgGugqO9.bIz5sk8k/",
                "$5$rounds=5000$GX7BopJZJxPc/KEK$le16UF8I2Anb.rOrn22AUPWvzUETDGefUmAV8AZkGcD",
                "$6$52450745$k5ka2p8bFuSmoVT1tzOyyuaREkkKBcCNqoDKzYiJL9RaE8yMnPgh2XzzF0NDrUhgrcLwg78xs1w5pJiypEdFX/",
                "$2a$05$LhayLxezLhK1LhWvKxCyLOj0j1u.Kj0jZ0pEmm134uzrQlFvQJLF6",
                "1|$2a$05$LhayLxezLhK1LhWvKxCyLOj0j1u.Kj0jZ0pEmm134uzrQlFvQJLF6"
            })
    void aPasswordFitsItsHashAndNoOther(String hash) {
        assertThat(matches(hash, "hashcat")).isTrue();
        for (String wrong : new String[] {"", "Hashcat", "hashcat ", "hashca", "hashcathashcat", hash}) {
            assertThat(matches(hash, wrong)).as(wrong).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hashcat",
                "x",
                "*",
                "{SHA}",
                "{SSHA}",
                "{SSHA}not base 64",
                "{SSHA}AAAA",
                "{SSHA256}AZKja92fbuuB9SpRlHqaoXxbTc43Mzc2MDM1Ng==",
                "{CLEAR}hashcat",
                "{CRYPT}x",
                "$P$",
                "$P$9",
                "$P$0844784763IagS59wHZvyQMArzfx58u.",
                "$2a$05$",
                "$2a$03$LhayLxezLhK1LhWvKxCyLOj0j1u.Kj0jZ0pEmm134uzrQlFvQJLF6",
                "$2k$05$LhayLxezLhK1LhWvKxCyLOj0j1u.Kj0jZ0pEmm134uzrQlFvQJLF6",
                "$1$",
                "$5$rounds=x$salt$x",
                "$argon2id$v=19$m=1048576,t=9,p=8$c2FsdHNhbHQ$aGFzaA",
                "1|",
                "1|hashcat"
            })
    void whatIsNoHashIsNobodysPassword(String unusable) {
        for (String password : new String[] {"", "hashcat", unusable}) {
            assertThat(matches(unusable, password)).isFalse();
        }
    }

    /** Somebody who can write to the table could stop the server with one row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$6$rounds=999999999$salt$x; 999999999 rounds of crypt(3), and 2000000 is the most",
                "$5$rounds=2000001$salt$x; 2000001 rounds of crypt(3), and 2000000 is the most",
                "$5$rounds=99999999999999999999999999999$salt$x; far too many rounds of crypt(3), and 2000000 is the most",
                "$2y$31$LhayLxezLhK1LhWvKxCyLOj0j1u.Kj0jZ0pEmm134uzrQlFvQJLF6; 31 as the cost of bcrypt, and 14 is the most",
                "$P$S84478476IagS59wHZvyQMArzfx58u.; 30 as the power of two of its rounds, and 21 is the most",
                "$S$S33783772bRXEx1aCsvY.dqgaaSu76XmVlKrW9Qu8IQlvxHlmzLf;"
                        + " 30 as the power of two of its rounds, and 21 is the most"
            })
    void aHashThatAsksForFarTooMuchIsToldAndNotCompared(String hash, String told) {
        assertThatThrownBy(() -> matches(hash, "hashcat"))
                .isInstanceOf(UserStoreUnavailableException.class)
                .hasMessage("the hash of a password asks for " + told)
                .hasNoCause();
    }

    @Test
    void leadingZerosMakeNoHashCostly() {
        assertThat(matches("$5$rounds=000000000000000001000$salt$x", "hashcat")).isFalse();
    }

    @Test
    void aPasswordThatIsFarTooLongIsWrong() {
        Secret hash = Secret.of(HashType.OTRS.hash(Secret.of("x".repeat(513)), new Random(1)));

        assertThat(hashes.matches(hash, Secret.of("x".repeat(513)))).isFalse();
    }

    /** As every bcrypt does: it has room for 72 bytes. */
    @Test
    void ofALongPasswordBcryptComparesTheBeginning() {
        String seventyTwo = "0123456789ab".repeat(6);
        String hash = OpenBSDBCrypt.generate("2b", Secret.of(seventyTwo).utf8(), new byte[16], 4);

        assertThat(matches(hash, seventyTwo + "and more")).isTrue();
        assertThat(matches(hash, seventyTwo.substring(1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(HashType.class)
    void aHashThatIsMadeFitsItsPassword(HashType type) {
        String hash = hashes.hash(type, PASSWORD, new Random(1));

        assertThat(matches(hash, "hashcat")).isTrue();
        assertThat(matches(hash, "hashcats")).isFalse();
        assertThat(HashType.named(type.name().toLowerCase(Locale.ROOT))).hasValue(type);
        if (type != HashType.SHA && type != HashType.OTRS) {
            assertThat(hashes.hash(type, PASSWORD, new Random(2))).isNotEqualTo(hash);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PHPASS, \\$P\\$H[./0-9A-Za-z]{30}",
        "SHA, \\{SHA}[+/=0-9A-Za-z]{28}",
        "SSHA, \\{SSHA}[+/=0-9A-Za-z]{32}",
        "SSHA256, \\{SSHA256}[+/=0-9A-Za-z]{48}",
        "SSHA512, \\{SSHA512}[+/=0-9A-Za-z]{96}",
        "OTRS, [0-9a-f]{64}",
        "SHA256CRYPT, \\$5\\$rounds=535000\\$[./0-9A-Za-z]{16}\\$[./0-9A-Za-z]{43}",
        "SHA512CRYPT, \\$6\\$rounds=656000\\$[./0-9A-Za-z]{16}\\$[./0-9A-Za-z]{86}",
        "MD5CRYPT, \\$1\\$[./0-9A-Za-z]{8}\\$[./0-9A-Za-z]{22}"
    })
    void eachTypeHasItsForm(HashType type, String form) {
        assertThat(hashes.hash(type, PASSWORD, new Random(1))).matches(form);
    }

    @Test
    void noHashIsMadeThatWouldFitNothing() {
        assertThatThrownBy(() -> hashes.hash(HashType.SSHA, Secret.of("x".repeat(513)), new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HashType.named("ROT13")).isEmpty();
    }
}
