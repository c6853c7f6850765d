declare module 'virtual:agencies.css';
