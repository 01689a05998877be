package org.symbolon.store.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes events and snapshots as readable JSON under logical names, so that classes can move and be renamed. Empty
 * fields are left out. What has no logical name (tracking tokens) keeps its class name.
 */
public final class NamedEventSerializer extends Jackson3Serializer {

    private final Map<Class<?>, SerializedType> typeByClass = new HashMap<>();
    private final Map<String, String> classByName = new HashMap<>();

    /** A serializer that knows these classes by their logical names. */
    public static NamedEventSerializer of(Map<String, Class<?>> classesByName) {
        return new NamedEventSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(NamedEventSerializer::customize),
                classesByName);
    }

    private NamedEventSerializer(Builder builder, Map<String, Class<?>> classesByName) {
        super(builder);
        classesByName.forEach((name, type) -> {
            typeByClass.put(
                    type, new SimpleSerializedType(name, getRevisionResolver().revisionOf(type)));
            classByName.put(name, type.getName());
        });
    }

    /**
     * Without the validator Axon's own replay tokens could not be read back. Fields count, questions such as
     * {@code isSecret()} do not.
     */
    private static void customize(JsonMapper.Builder mapper) {
        mapper.addModule(new SimpleModule("texts").addDeserializer(String.class, new SharedTexts()))
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build())
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        SerializedType named = typeByClass.get(type);
        return named == null ? super.typeForClass(type) : named;
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        return classByName.getOrDefault(serializedType.getName(), serializedType.getName());
    }
}
