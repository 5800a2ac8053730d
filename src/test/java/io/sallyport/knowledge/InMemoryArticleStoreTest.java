package io.sallyport.knowledge;

class InMemoryArticleStoreTest extends ArticleStoreContract {

    private final ArticleStore store = new InMemoryArticleStore();

    @Override
    ArticleStore store() {
        return store;
    }
}
