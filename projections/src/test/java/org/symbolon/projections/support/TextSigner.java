package org.symbolon.projections.support;

import org.symbolon.projections.audit.HeadSigner;

/** Signs well enough to tell a text from another. */
public final class TextSigner implements HeadSigner {

    @Override
    public String sign(String text) {
        return "signed:" + text.hashCode();
    }

    @Override
    public boolean verify(String text, String signature) {
        return sign(text).equals(signature);
    }
}
