package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.endtoend.harness.ApiClient;

/** Lets a server take its own endpoint for Yubikeys for Yubico's service: both speak the same protocol. */
final class YubicoDouble {

    static final String CLIENT = "8711";
    static final String SHARED = "AAECAwQFBgcICQoLDA0ODxAREhM=";

    private static final String AES_KEY = "0102030405060708090a0b0c0d0e0f10";
    private static final String MODHEX = "cbdefghijklnrtuv";

    private YubicoDouble() {}

    static void ownEndpoint(ApiClient admin) {
        define(admin, admin.address() + "/ttype/yubikey");
        admin.post(
                "/system/setConfig",
                "yubikey.apiid." + CLIENT,
                SHARED,
                "yubikey.apiid." + CLIENT + ".type",
                "password");
    }

    /** The service at this address is the one to ask. */
    static void define(ApiClient admin, String url) {
        admin.post(
                "/system/setConfig",
                "yubico.id",
                CLIENT,
                "yubico.secret",
                SHARED,
                "yubico.secret.type",
                "password",
                "yubico.url",
                url);
    }

    /** A device with a public id of its own. */
    static SoftYubikey device(long number) {
        String publicId = Long.toHexString(number | 1L << 63)
                .substring(4)
                .chars()
                .mapToObj(digit -> MODHEX.substring(Character.digit(digit, 16), Character.digit(digit, 16) + 1))
                .collect(Collectors.joining());
        return new SoftYubikey(AES_KEY, publicId, "0a0b0c0d0e0f");
    }

    /** The service knows the device. */
    static void enrolAtOwnEndpoint(ApiClient admin, String serial, SoftYubikey device) {
        String[] known = {"otpkey", device.key(), "yubikey.prefix", device.publicId()};
        assertThat(admin.post("/token/init", ApiClient.joined(known, "type", "yubikey", "serial", serial))
                        .status())
                .isEqualTo(200);
    }
}
