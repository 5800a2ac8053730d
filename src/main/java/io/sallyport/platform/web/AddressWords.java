package io.sallyport.platform.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads a choice in an address or a form field however it is spelled: {@code approve} for {@code APPROVE}. */
@SuppressWarnings("rawtypes") // the factory has to be one of every enum
final class AddressWords implements ConverterFactory<String, Enum> {

    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
        return word -> choice(word, type);
    }

    private static <E extends Enum> E choice(String word, Class<E> type) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("not one of " + Arrays.toString(type.getEnumConstants())));
    }
}
