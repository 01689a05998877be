package org.symbolon.connectors.radius;

import org.aaa4j.radius.core.attribute.AttributeType;
import org.aaa4j.radius.core.dictionary.AttributeDefinition;
import org.aaa4j.radius.core.dictionary.Dictionary;
import org.aaa4j.radius.core.dictionary.PacketDefinition;
import org.aaa4j.radius.core.dictionary.TlvDefinition;

/** A dictionary that knows no attribute, so that those of a packet stay the bytes that they are. */
public final class NoDefinitions implements Dictionary {

    @Override
    public PacketDefinition getPacketDefinition(int code) {
        return null;
    }

    @Override
    public AttributeDefinition<?, ?> getAttributeDefinition(AttributeType type) {
        return null;
    }

    @Override
    public AttributeDefinition<?, ?> getAttributeDefinition(String name) {
        return null;
    }

    @Override
    public Integer getNumericAttributeValue(AttributeType type, String name) {
        return null;
    }

    @Override
    public TlvDefinition getTlvDefinition(AttributeType type) {
        return null;
    }
}
