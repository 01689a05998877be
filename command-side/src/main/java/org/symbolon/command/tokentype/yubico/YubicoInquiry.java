package org.symbolon.command.tokentype.yubico;

import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.Secret;

/** Whether Yubico's service knows what a device has typed. As it tells of each value once that it is right, it is asked once. */
public record YubicoInquiry(Secret typed) implements Inquiry<YubicoVerdict> {

    @Override
    public Class<YubicoVerdict> answer() {
        return YubicoVerdict.class;
    }
}
