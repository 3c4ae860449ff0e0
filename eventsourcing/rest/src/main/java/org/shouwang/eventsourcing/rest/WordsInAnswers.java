package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.Worded;

/** Writes beside every code, and every list of codes, in an answer its Chinese word: {@code stateZh} behind {@code state}. */
@Singleton
class WordsInAnswers implements ObjectMapperCustomizer {

    static final String SUFFIX = "Zh";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("words").setSerializerModifier(new Modifier()));
    }

    private static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            var names = properties.stream().map(BeanPropertyWriter::getName).collect(Collectors.toSet());
            var all = new ArrayList<BeanPropertyWriter>();
            for (var property : properties) {
                all.add(property);
                if (worded(property) && !names.contains(property.getName() + SUFFIX)) all.add(new Word(property));
            }
            return all;
        }

        private static boolean worded(BeanPropertyWriter property) {
            var type = property.getType();
            return (type.isCollectionLikeType() ? type.getContentType() : type).isTypeOrSubTypeOf(Worded.class);
        }
    }

    private static final class Word extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;

        Word(BeanPropertyWriter code) {
            super(code, PropertyName.construct(code.getName() + SUFFIX));
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
            switch (get(bean)) {
                case null -> {}
                case Worded code -> json.writeStringField(getName(), code.zh());
                case Iterable<?> codes -> {
                    json.writeArrayFieldStart(getName());
                    for (var code : codes) json.writeString(((Worded) code).zh());
                    json.writeEndArray();
                }
                case Object other ->
                    throw new IllegalStateException(other.getClass().getName());
            }
        }
    }
}
