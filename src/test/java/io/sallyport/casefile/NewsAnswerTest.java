package io.sallyport.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | It works now, thank you!                  | It works now. Please have a person call me back.
            en | Yes, the export works again now. Cheers   | All good now and my solicitor will write to you anyway.
            de | Es geht jetzt wieder, vielen Dank!        | Es geht jetzt wieder. Rufen Sie mich bitte an.
            fr | Ça marche, merci.                         | Ça marche. Je voudrais parler à une personne.
            es | Ya funciona, gracias.                     | Ya funciona. Llámeme por favor hoy.
            pl | Teraz działa, dziękuję.                   | Teraz działa. Proszę o telefon od człowieka.
            ja | 直りました。ありがとうございます。               | 直りました。電話してください。
            zh | 可以用了，谢谢！                              | 可以用了。请给我打电话。
            """)
    void onlyWhoSaysNothingElseSaysThatItHelped(String language, String plain, String more) {
        var words = HandOverWords.in(language);

        assertThat(NewsAnswer.read(plain, words)).contains(NewsAnswer.HELPED);
        assertThat(NewsAnswer.read(more, words)).isEmpty();
    }
}
